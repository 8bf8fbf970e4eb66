package dev.sluice.console.invoke;

import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The endpoint that requests go to, as the runtime last told it; none once it is deleted. For the UI thread only. */
final class OpenEndpoint {

    private final ReadOnlyObjectWrapper<Optional<EndpointName>> name = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper answerable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mirrored = new ReadOnlyBooleanWrapper();
    private Optional<EndpointView> view = Optional.empty();

    ReadOnlyObjectProperty<Optional<EndpointName>> nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Whether there is a deployment that could be asked. */
    ReadOnlyBooleanProperty answerableProperty() {
        return answerable.getReadOnlyProperty();
    }

    /** Whether there is a shadow that requests are copied to. */
    ReadOnlyBooleanProperty mirroredProperty() {
        return mirrored.getReadOnlyProperty();
    }

    Optional<EndpointView> view() {
        return view;
    }

    Optional<EndpointName> name() {
        return name.get();
    }

    /** In order of their names. */
    List<DeploymentName> deployments() {
        return view.map(EndpointView::deployments).orElse(List.of()).stream()
                .map(each -> each.spec().id().deployment())
                .toList();
    }

    boolean isIn(Fleet fleet) {
        return name().flatMap(fleet::endpoint).isPresent();
    }

    void open(EndpointName wanted, Fleet fleet) {
        take(fleet.endpoint(wanted));
    }

    void show(Fleet fleet) {
        take(name().flatMap(fleet::endpoint));
    }

    private void take(Optional<EndpointView> now) {
        view = now;
        name.set(now.map(endpoint -> endpoint.spec().name()));
        answerable.set(!deployments().isEmpty());
        mirrored.set(now.filter(endpoint -> endpoint.routing().mirror() instanceof Mirror.To)
                .isPresent());
    }
}

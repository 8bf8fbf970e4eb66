package dev.sluice.console.live;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Routing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the router measures for one endpoint, over a window that ends now or at the pause. For the UI thread only. */
final class LiveViewModel {

    /** The windows to choose from. */
    static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final LiveHistory history = new LiveHistory();
    private final ReadOnlyObjectWrapper<LiveFrame> frame = new ReadOnlyObjectWrapper<>(LiveFrame.EMPTY);
    private final ReadOnlyObjectWrapper<Duration> window = new ReadOnlyObjectWrapper<>(WINDOWS.get(1));
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private Routing routing = Routing.CLOSED;
    private Set<DeploymentName> deployments = Set.of();

    ReadOnlyObjectProperty<LiveFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Duration> windowProperty() {
        return window.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Why there is nothing to see and what would change that; empty when there is something. */
    ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    void open(EndpointName endpoint, Fleet fleet) {
        history.clear();
        paused.set(false);
        show(endpoint, fleet);
        refresh();
    }

    void show(EndpointName endpoint, Fleet fleet) {
        fleet.endpoint(endpoint).ifPresent(found -> {
            routing = found.routing();
            deployments = found.deployments().stream()
                    .map(deployment -> deployment.spec().id().deployment())
                    .collect(Collectors.toSet());
        });
        describeEmptiness();
    }

    /** Measuring goes on during a pause; it is shown when the pause ends. */
    void measure(List<TrafficSample> samples) {
        samples.forEach(history::add);
        if (!paused.get()) {
            refresh();
        }
    }

    void choose(Duration chosen) {
        window.set(chosen);
        refresh();
    }

    void pause() {
        paused.set(true);
    }

    void resume() {
        paused.set(false);
        refresh();
    }

    private void refresh() {
        frame.set(history.frame(window.get(), routing));
        describeEmptiness();
    }

    private void describeEmptiness() {
        emptyText.set(frame.get().hasRequests() ? "" : Messages.of(emptyKey()));
    }

    private String emptyKey() {
        if (deployments.isEmpty()) {
            return "live.empty.no-deployment";
        }
        return routing.traffic().total() == 0 ? "live.empty.no-traffic" : "live.empty.no-requests";
    }
}

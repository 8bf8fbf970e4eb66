package dev.sluice.console.overview;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.StateMark;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet.Condition;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Secret;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What an endpoint is, where it answers, and how it shares out its requests. For the UI thread only. */
final class EndpointOverviewViewModel {

    /** Who is to answer the request that the curl line sends. */
    sealed interface Pin {

        record ByTraffic() implements Pin {}

        record To(DeploymentName deployment) implements Pin {}
    }

    /** A deployment in the bar and in the table. */
    record Row(
            DeploymentId id,
            DeploymentColor color,
            StateMark mark,
            int live,
            int mirrored,
            int ready,
            int wanted,
            int inFlight,
            String environment) {}

    private static final String MASK = new Secret("").toString();

    private final Workbench bench;
    private final Consumer<DeploymentId> choose;
    private final Consumer<EndpointView> addDeployment;
    private final CredentialsViewModel credentials;
    private final ReadOnlyStringWrapper hostUri = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper scoringUri = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper curl = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper description = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Pin>> pins = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Pin> pin = new SimpleObjectProperty<>(new Pin.ByTraffic());
    private EndpointView endpoint;

    EndpointOverviewViewModel(
            Workbench bench,
            EndpointView endpoint,
            int port,
            Consumer<DeploymentId> choose,
            Consumer<EndpointView> addDeployment) {
        this.bench = bench;
        this.endpoint = endpoint;
        this.choose = choose;
        this.addDeployment = addDeployment;
        this.credentials = new CredentialsViewModel(bench, endpoint.spec());
        pin.addListener((o, before, after) -> refreshCurl());
        show(endpoint, port);
        pin.set(suggestedPin());
    }

    /** Takes in a newer picture of the same endpoint. */
    void show(EndpointView newer, int port) {
        endpoint = newer;
        scoringUri.set(newer.scoringUri());
        hostUri.set("http://" + newer.spec().name().folded() + ".localhost:" + port + "/score");
        description.set(newer.spec().labels().description());
        rows.set(newer.deployments().stream().map(this::row).toList());
        pins.set(Stream.concat(
                        Stream.of(new Pin.ByTraffic()), rows.get().stream().map(EndpointOverviewViewModel::pinTo))
                .toList());
        if (!pins.get().contains(pin.get())) {
            pin.set(new Pin.ByTraffic());
        }
        refreshCurl();
    }

    void copy(String what) {
        bench.clipboard().put(what);
        bench.notices().done(Messages.of("copied", what));
    }

    /** Copies the line with the real key in it. */
    void copyCurl() {
        credentials.withBearer(bearer -> {
            bench.clipboard().put(CurlLine.of(scoringUri.get(), bearer.reveal(), pin.get()));
            bench.notices().done(Messages.of("copied", Messages.of("overview.curl.name")));
        });
    }

    void choose(DeploymentId id) {
        choose.accept(id);
    }

    void addDeployment() {
        addDeployment.accept(endpoint);
    }

    void delete() {
        var name = endpoint.spec().name();
        var question = new Question(
                Messages.of("delete.endpoint.title", name), consequence(), Messages.of("delete.endpoint.verb"));
        bench.dialogs().confirm(question).thenAccept(yes -> {
            if (yes) {
                bench.notices()
                        .follow(
                                bench.control().deleteEndpoint(name),
                                Messages.of("delete.endpoint.done", name),
                                Messages.of("delete.endpoint.refused", name));
            }
        });
    }

    CredentialsViewModel credentials() {
        return credentials;
    }

    ReadOnlyStringProperty scoringUriProperty() {
        return scoringUri.getReadOnlyProperty();
    }

    ReadOnlyStringProperty hostUriProperty() {
        return hostUri.getReadOnlyProperty();
    }

    ReadOnlyStringProperty curlProperty() {
        return curl.getReadOnlyProperty();
    }

    ReadOnlyStringProperty descriptionProperty() {
        return description.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Pin>> pinsProperty() {
        return pins.getReadOnlyProperty();
    }

    ObjectProperty<Pin> pinProperty() {
        return pin;
    }

    private String consequence() {
        var serving = rows.get().stream()
                .filter(row -> row.live() > 0)
                .map(row -> Messages.of("delete.endpoint.serves", row.id().deployment(), row.live()))
                .toList();
        var counted = Messages.of("delete.endpoint.counted", rows.get().size());
        return serving.isEmpty() ? counted : counted + " " + String.join(" ", serving);
    }

    /** A deployment without live traffic can be reached no other way: it is the one people pin first. */
    private Pin suggestedPin() {
        return rows.get().stream()
                .filter(row -> row.live() == 0)
                .findFirst()
                .map(EndpointOverviewViewModel::pinTo)
                .orElse(new Pin.ByTraffic());
    }

    private static Pin pinTo(Row row) {
        return new Pin.To(row.id().deployment());
    }

    private void refreshCurl() {
        curl.set(CurlLine.of(scoringUri.get(), MASK, pin.get()));
    }

    private Row row(DeploymentView deployment) {
        var id = deployment.spec().id();
        return new Row(
                id,
                bench.colors().of(id),
                StateMark.of(deployment.state()),
                endpoint.routing().traffic().shareOf(id.deployment()).value(),
                endpoint.routing().mirror().shareOf(id.deployment()).value(),
                (int) deployment.instances().stream()
                        .filter(instance -> instance.condition() == Condition.READY)
                        .count(),
                deployment.spec().instanceCount(),
                deployment.instances().stream().mapToInt(InstanceView::inFlight).sum(),
                Described.environment(deployment.spec().environment()));
    }
}

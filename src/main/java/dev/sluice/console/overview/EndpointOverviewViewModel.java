package dev.sluice.console.overview;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.StateMark;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet.Condition;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState.Updating;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What an endpoint is, where it answers, and how it shares out its requests. For the UI thread only. */
final class EndpointOverviewViewModel {

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

    private final Workbench bench;
    private final Rates rates;
    private final Consumer<DeploymentId> choose;
    private final Consumer<EndpointView> addDeployment;
    private final CredentialsViewModel credentials;
    private final ConsumeViewModel consume;
    private final ReadOnlyStringWrapper hostUri = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper scoringUri = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper openApiUri = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper description = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Attribute>> attributes = new ReadOnlyObjectWrapper<>(List.of());
    private final ChangeNote onDeletion;
    private EndpointView endpoint;

    EndpointOverviewViewModel(
            Workbench bench,
            Rates rates,
            EndpointView endpoint,
            int port,
            Consumer<DeploymentId> choose,
            Consumer<EndpointView> addDeployment) {
        this.bench = bench;
        this.rates = rates;
        this.endpoint = endpoint;
        this.choose = choose;
        this.addDeployment = addDeployment;
        this.onDeletion = new ChangeNote(bench.ui());
        this.credentials = new CredentialsViewModel(bench, endpoint.spec());
        this.consume = new ConsumeViewModel(bench, credentials, endpoint);
        show(endpoint, port);
    }

    /** Takes in a newer picture of the same endpoint. */
    void show(EndpointView newer, int port) {
        endpoint = newer;
        scoringUri.set(newer.scoringUri());
        openApiUri.set(newer.openApiUri());
        hostUri.set("http://" + newer.spec().name().folded() + ".localhost:" + port + "/score");
        description.set(newer.spec().labels().description());
        rows.set(newer.deployments().stream().map(this::row).toList());
        attributes.set(Described.attributes(newer.spec()));
        credentials.show(newer.spec());
        consume.show(newer);
    }

    void copy(String what) {
        bench.clipboard().put(what);
        bench.notices().done(Messages.of("copied", what));
    }

    void choose(DeploymentId id) {
        choose.accept(id);
    }

    void addDeployment() {
        addDeployment.accept(endpoint);
    }

    void delete() {
        var name = endpoint.spec().name();
        bench.confirm(new Deletion(rates).question(endpoint), onDeletion).thenAccept(yes -> {
            if (yes) {
                bench.notices()
                        .follow(
                                bench.give(onDeletion, control -> control.deleteEndpoint(name)),
                                Messages.of("delete.endpoint.done", name),
                                Messages.of("delete.endpoint.refused", name));
            }
        });
    }

    CredentialsViewModel credentials() {
        return credentials;
    }

    ConsumeViewModel consume() {
        return consume;
    }

    ReadOnlyStringProperty scoringUriProperty() {
        return scoringUri.getReadOnlyProperty();
    }

    ReadOnlyStringProperty hostUriProperty() {
        return hostUri.getReadOnlyProperty();
    }

    ReadOnlyStringProperty openApiUriProperty() {
        return openApiUri.getReadOnlyProperty();
    }

    ReadOnlyStringProperty descriptionProperty() {
        return description.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Attribute>> attributesProperty() {
        return attributes.getReadOnlyProperty();
    }

    /** Those ready of the version that answers: one on its way does not answer before it is whole. */
    private static int serving(DeploymentView deployment) {
        var ready = deployment.instances().stream()
                .filter(instance -> instance.condition() == Condition.READY)
                .map(instance -> instance.life().generation())
                .toList();
        long answering = ready.stream().mapToLong(Long::longValue).min().orElse(0);
        boolean isUpdating = deployment.state() instanceof Updating;
        return (int) ready.stream()
                .filter(generation -> !isUpdating || generation == answering)
                .count();
    }

    private Row row(DeploymentView deployment) {
        var id = deployment.spec().id();
        return new Row(
                id,
                bench.colors().of(id),
                StateMark.of(deployment.state()),
                endpoint.routing().traffic().shareOf(id.deployment()).value(),
                endpoint.routing().mirror().shareOf(id.deployment()).value(),
                serving(deployment),
                deployment.spec().instanceCount(),
                deployment.instances().stream().mapToInt(InstanceView::inFlight).sum(),
                Described.environment(deployment.spec().environment()));
    }
}

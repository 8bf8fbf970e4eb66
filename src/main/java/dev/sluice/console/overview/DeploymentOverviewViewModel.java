package dev.sluice.console.overview;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState.Creating;
import dev.sluice.domain.DeploymentState.Deleting;
import dev.sluice.domain.DeploymentState.Failed;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** How a deployment stands: its way up, its instances, what it was made from. For the UI thread only. */
final class DeploymentOverviewViewModel {

    private final Workbench bench;
    private final Rates rates;
    private final DeploymentId id;
    private final WayUpViewModel wayUp;
    private final InstancesViewModel instances;
    private final CollectedViewModel collected;
    private final ReadOnlyObjectWrapper<List<AttributeGroup>> attributes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper environmentNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper missingPackages = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper deleteHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canDelete = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedeploy = new ReadOnlyBooleanWrapper();
    private final ChangeNote onDeletion;
    private final BooleanProperty variablesShown = new SimpleBooleanProperty();
    private Fleet fleet;
    private EndpointView endpoint;
    private DeploymentView deployment;

    DeploymentOverviewViewModel(
            Workbench bench, Rates rates, EndpointView endpoint, DeploymentView deployment, Fleet fleet) {
        this.bench = bench;
        this.rates = rates;
        this.id = deployment.spec().id();
        this.fleet = fleet;
        this.endpoint = endpoint;
        this.deployment = deployment;
        this.onDeletion = new ChangeNote(bench.ui());
        this.wayUp = new WayUpViewModel(bench, id);
        this.instances = new InstancesViewModel(bench, deployment);
        this.collected = new CollectedViewModel(bench, id);
        variablesShown.addListener((o, before, after) -> showAttributes());
        show(fleet);
    }

    void show(Fleet newer) {
        fleet = newer;
        newer.endpoint(id.endpoint())
                .ifPresent(endpointNow -> endpointNow
                        .deployment(id.deployment())
                        .ifPresent(deploymentNow -> show(endpointNow, deploymentNow)));
    }

    /** Time has passed: what is under way has taken longer. */
    void tick() {
        show(fleet);
    }

    void delete() {
        bench.confirm(new Deletion(rates).question(endpoint, deployment), onDeletion)
                .thenAccept(yes -> {
                    if (yes) {
                        bench.notices()
                                .follow(
                                        bench.give(onDeletion, control -> control.deleteDeployment(id)),
                                        Messages.of("delete.deployment.begun", id),
                                        Messages.of("delete.deployment.refused", id));
                    }
                });
    }

    /** Takes over what the deployment's files hold by now. */
    void redeploy() {
        bench.notices()
                .follow(
                        bench.give(control -> control.redeploy(id)),
                        Messages.of("redeploy.begun", id),
                        Messages.of("redeploy.refused", id));
    }

    /** To where its live traffic can be moved to another deployment. */
    void openTraffic() {
        bench.jumps().toPage("traffic");
    }

    WayUpViewModel wayUp() {
        return wayUp;
    }

    InstancesViewModel instances() {
        return instances;
    }

    CollectedViewModel collected() {
        return collected;
    }

    ReadOnlyObjectProperty<List<AttributeGroup>> attributesProperty() {
        return attributes.getReadOnlyProperty();
    }

    /** Whether the values of environment variables, which may be secrets, are shown. */
    BooleanProperty variablesShownProperty() {
        return variablesShown;
    }

    boolean hasVariables() {
        return !deployment.spec().environmentVariables().isEmpty();
    }

    /** Which packages its environment lacks; empty if none. */
    ReadOnlyStringProperty missingPackagesProperty() {
        return missingPackages.getReadOnlyProperty();
    }

    ReadOnlyStringProperty environmentNoteProperty() {
        return environmentNote.getReadOnlyProperty();
    }

    /** Why it cannot be deleted now; empty if it can. */
    ReadOnlyStringProperty deleteHintProperty() {
        return deleteHint.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canDeleteProperty() {
        return canDelete.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedeployProperty() {
        return canRedeploy.getReadOnlyProperty();
    }

    private void show(EndpointView endpointNow, DeploymentView deploymentNow) {
        endpoint = endpointNow;
        deployment = deploymentNow;
        wayUp.show(fleet, deployment);
        instances.show(deployment);
        collected.show(deployment.spec().collection());
        showAttributes();
        missingPackages.set(OtherPackages.missing(deployment.packageDifferences()));
        environmentNote.set(deployment.environmentNote());
        deleteHint.set(new Deletion(rates).obstacle(endpoint, deployment));
        var state = deployment.state();
        canDelete.set(deleteHint.get().isEmpty() && !(state instanceof Deleting));
        canRedeploy.set(!(state instanceof Creating) && !(state instanceof Failed) && !(state instanceof Deleting));
    }

    private void showAttributes() {
        var described = new DeploymentAttributes(deployment.spec(), deployment.size(), deployment.madeOf())
                .groups(variablesShown.get() ? UnaryOperator.identity() : DeploymentAttributes.MASKED);
        attributes.set(Stream.concat(OtherPackages.group(deployment.packageDifferences()).stream(), described.stream())
                .toList());
    }
}

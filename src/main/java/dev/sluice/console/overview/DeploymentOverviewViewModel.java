package dev.sluice.console.overview;

import dev.sluice.console.support.ConditionMark;
import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.JobSteps;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.control.Job;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState.Creating;
import dev.sluice.domain.DeploymentState.Failed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** How a deployment stands: its way up, its instances, what it was made from. For the UI thread only. */
final class DeploymentOverviewViewModel {

    /** One instance of the list. */
    record InstanceRow(String name, ConditionMark mark, String address, int inFlight, String since) {}

    private final Workbench bench;
    private final DeploymentId id;
    private final ReadOnlyObjectWrapper<List<JobSteps.Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Failed>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<InstanceRow>> instances = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Described.Attribute>> attributes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper environmentNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper deleteHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canDelete = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canScale = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Integer> wanted = new SimpleObjectProperty<>(0);
    private int inForce;
    private Fleet fleet;

    DeploymentOverviewViewModel(Workbench bench, DeploymentId id, Fleet fleet) {
        this.bench = bench;
        this.id = id;
        this.fleet = fleet;
        wanted.addListener((o, before, after) -> refreshCanScale());
        show(fleet);
    }

    /** Takes in a newer picture; an instance count that the user is changing stays as it is. */
    void show(Fleet newer) {
        fleet = newer;
        newer.endpoint(id.endpoint())
                .ifPresent(endpoint ->
                        endpoint.deployment(id.deployment()).ifPresent(deployment -> show(endpoint, deployment)));
    }

    /** Time has passed: what is under way has taken longer. */
    void tick() {
        show(fleet);
    }

    void scale() {
        if (canScale.get()) {
            int count = wanted.get();
            bench.notices()
                    .follow(
                            bench.control().scale(id, count),
                            Messages.of("scale.done", id, count),
                            Messages.of("scale.refused", id));
        }
    }

    void delete() {
        var question = new Question(
                Messages.of("delete.deployment.title", id.deployment()),
                Messages.of("delete.deployment.consequence", instances.get().size(), inFlight()),
                Messages.of("delete.deployment.verb", id.deployment()));
        bench.dialogs().confirm(question).thenAccept(yes -> {
            if (yes) {
                bench.notices()
                        .follow(
                                bench.control().deleteDeployment(id),
                                Messages.of("delete.deployment.begun", id),
                                Messages.of("delete.deployment.refused", id));
            }
        });
    }

    void copyAddress(InstanceRow row) {
        bench.clipboard().put(row.address());
        bench.notices().done(Messages.of("copied", row.address()));
    }

    void copyFailure() {
        failure.get().ifPresent(failed -> {
            bench.clipboard().put(failed.problem().sentence() + "\n\n" + String.join("\n", failed.lastLines()));
            bench.notices().done(Messages.of("copied", Messages.of("failure.name")));
        });
    }

    /** Whether {@link #tick} would change anything. */
    boolean isUnderWay() {
        return steps.get().stream().anyMatch(step -> step.standing() == JobSteps.Standing.RUNNING);
    }

    /** The phases on the way up, while it is on that way or has failed on it; else none. */
    ReadOnlyObjectProperty<List<JobSteps.Step>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Failed>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<InstanceRow>> instancesProperty() {
        return instances.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Described.Attribute>> attributesProperty() {
        return attributes.getReadOnlyProperty();
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

    ReadOnlyBooleanProperty canScaleProperty() {
        return canScale.getReadOnlyProperty();
    }

    ObjectProperty<Integer> wantedProperty() {
        return wanted;
    }

    private void show(EndpointView endpoint, DeploymentView deployment) {
        steps.set(stepsOf(deployment));
        failure.set(deployment.state() instanceof Failed failed ? Optional.of(failed) : Optional.empty());
        instances.set(deployment.instances().stream().map(this::row).toList());
        attributes.set(Described.attributes(deployment.spec()));
        environmentNote.set(deployment.environmentNote());
        var live = endpoint.routing().traffic().shareOf(id.deployment()).value();
        deleteHint.set(live > 0 ? Messages.of("delete.deployment.live", id.deployment(), live) : "");
        canDelete.set(live == 0);
        followCount(deployment.spec().instanceCount());
    }

    private void followCount(int count) {
        boolean untouched = wanted.get() == inForce;
        inForce = count;
        if (untouched) {
            wanted.set(count);
        }
        refreshCanScale();
    }

    private void refreshCanScale() {
        canScale.set(wanted.get() != inForce && failure.get().isEmpty());
    }

    private List<JobSteps.Step> stepsOf(DeploymentView deployment) {
        var now = bench.clock().instant();
        var state = deployment.state();
        if (!(state instanceof Creating) && !(state instanceof Failed)) {
            return List.of();
        }
        return fleet.jobs().stream()
                .filter(job -> job.kind() == Job.Kind.CREATE && job.target().equals(id))
                .max(Comparator.comparingLong(Job::id))
                .map(job -> JobSteps.of(job, now))
                .orElseGet(() -> state instanceof Creating creating ? JobSteps.of(creating, now) : List.of());
    }

    private InstanceRow row(InstanceView instance) {
        return new InstanceRow(
                instance.name(),
                ConditionMark.of(instance.condition()),
                instance.address(),
                instance.inFlight(),
                Described.time(instance.since().atZone(bench.clock().getZone())));
    }

    private int inFlight() {
        return instances.get().stream().mapToInt(InstanceRow::inFlight).sum();
    }
}

package dev.sluice.console.overview;

import dev.sluice.console.edit.Scaling;
import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.Past;
import dev.sluice.control.Fleet.Probing;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState.Creating;
import dev.sluice.domain.DeploymentState.Deleting;
import dev.sluice.domain.DeploymentState.Failed;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A deployment's instances: those that run, those that have ended, and how many there are to be. For the UI thread only. */
final class InstancesViewModel {

    /** One probe of the list, newest first. */
    record ProbeLine(String at, Probing probing, String told) {}

    /** An instance that has ended by itself. */
    record ExitLine(String title, String lastLines) {}

    private final Workbench bench;
    private final DeploymentId id;
    private final ReadOnlyObjectWrapper<List<InstanceRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ExitLine>> exits = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper ended = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canScale = new ReadOnlyBooleanWrapper();
    private final ChangeNote note;
    private final ObjectProperty<Integer> wanted = new SimpleObjectProperty<>(0);
    private DeploymentView deployment;
    private int inForce;

    InstancesViewModel(Workbench bench, DeploymentView deployment) {
        this.bench = bench;
        this.id = deployment.spec().id();
        this.deployment = deployment;
        this.note = new ChangeNote(bench.ui());
        wanted.addListener((o, before, after) -> refreshScaling());
        show(deployment);
    }

    /** Takes in a newer picture; an instance count that the user is changing stays as it is. */
    void show(DeploymentView newer) {
        deployment = newer;
        var now = bench.clock().instant();
        rows.set(newer.instances().stream()
                .map(instance -> InstanceRow.of(instance, now))
                .toList());
        show(newer.past());
        followCount(newer.spec().instanceCount());
    }

    void scale() {
        if (canScale.get()) {
            int count = wanted.get();
            bench.notices()
                    .follow(
                            bench.give(note, control -> control.scale(id, count)),
                            Messages.of("scale.done", id, count),
                            Messages.of("scale.refused", id));
        }
    }

    void copyAddress(InstanceRow row) {
        bench.clipboard().put(row.address());
        bench.notices().done(Messages.of("copied", row.address()));
    }

    /** The instance's probes for a list, newest first. */
    List<ProbeLine> probesOf(InstanceRow row) {
        var lines = new ArrayList<ProbeLine>();
        row.probes().forEach(probing -> lines.add(0, line(probing)));
        return List.copyOf(lines);
    }

    ReadOnlyObjectProperty<List<InstanceRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Those that ended by themselves, newest first. */
    ReadOnlyObjectProperty<List<ExitLine>> exitsProperty() {
        return exits.getReadOnlyProperty();
    }

    /** How many ended by themselves; empty if none. */
    ReadOnlyStringProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** What applying the number would do; empty if nothing. */
    ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canScaleProperty() {
        return canScale.getReadOnlyProperty();
    }

    /** On the next change of the number. */
    ChangeNote note() {
        return note;
    }

    ObjectProperty<Integer> wantedProperty() {
        return wanted;
    }

    private void show(Past past) {
        ended.set(past.ended() == 0 ? "" : Messages.of("overview.ended", past.ended()));
        exits.set(past.exits().stream()
                .map(exit -> new ExitLine(
                        Messages.of(
                                "overview.exit",
                                exit.instance(),
                                Described.time(exit.at().atZone(bench.clock().getZone())),
                                exit.reason()),
                        String.join("\n", exit.lastLines())))
                .toList());
    }

    private ProbeLine line(Probing probing) {
        var at = Described.clock(probing.at().atZone(bench.clock().getZone()));
        var health = HealthMark.of(probing.health()).text();
        return new ProbeLine(
                at,
                probing,
                Messages.of(
                        "overview.probe",
                        at,
                        look(probing.look()),
                        health,
                        probing.took().toMillis()));
    }

    private static String look(Fleet.Look look) {
        return Messages.of(
                switch (look) {
                    case READINESS -> "probe.look.readiness";
                    case LIVENESS -> "probe.look.liveness";
                });
    }

    private void followCount(int count) {
        boolean untouched = wanted.get() == inForce;
        inForce = count;
        if (untouched) {
            wanted.set(count);
        }
        refreshScaling();
    }

    private void refreshScaling() {
        int count = wanted.get();
        boolean inRange = count >= 1 && count <= DeploymentSpec.MOST_INSTANCES;
        canScale.set(count != inForce && inRange && isUp());
        effect.set(canScale.get() ? Scaling.effect(deployment, count) : "");
    }

    private boolean isUp() {
        var state = deployment.state();
        return !(state instanceof Failed) && !(state instanceof Creating) && !(state instanceof Deleting);
    }
}

package dev.sluice.console.overview;

import dev.sluice.console.support.JobSteps;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Job;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DeploymentState.Creating;
import dev.sluice.domain.DeploymentState.Failed;
import dev.sluice.domain.DeploymentState.UpdateFailed;
import dev.sluice.domain.DeploymentState.Updating;
import dev.sluice.domain.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How a deployment, or the version that is to take its place, is coming up, and why it could not. For the UI thread only. */
final class WayUpViewModel {

    /** What is coming up. */
    enum Kind {
        /** Nothing is. */
        NONE,
        /** The deployment itself, for the first time. */
        FIRST,
        /** Another version of it. */
        UPDATE
    }

    /** Why something could not be started, and the last it said. */
    record Failure(Problem problem, List<String> lastLines) {
        Failure {
            lastLines = List.copyOf(lastLines);
        }

        /** In a few words, what kind of failure it is; empty if there is no more to say. */
        String kind() {
            return FailureKind.words(problem.code());
        }
    }

    private final Workbench bench;
    private final DeploymentId id;
    private final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(Kind.NONE);
    private final ReadOnlyObjectWrapper<List<JobSteps.Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<DeploymentSpec> rejected = Optional.empty();

    WayUpViewModel(Workbench bench, DeploymentId id) {
        this.bench = bench;
        this.id = id;
    }

    void show(Fleet fleet, DeploymentView deployment) {
        var state = deployment.state();
        kind.set(kindOf(state));
        failure.set(failureOf(state));
        rejected = rejectedOf(deployment);
        steps.set(stepsOf(fleet, state));
    }

    /** Stops an update that is under way, or forgets one that has failed. Giving up never asks. */
    void dropUpdate() {
        bench.notices()
                .follow(
                        bench.control().dropUpdate(id),
                        Messages.of("update.dropped", id),
                        Messages.of("update.not-dropped", id));
    }

    /** Tries the same once more, in place of what failed: its files may have been mended meanwhile. */
    void tryAgain() {
        rejected.ifPresent(spec -> {
            var command = kind.get() == Kind.FIRST
                    ? bench.give(control -> control.recreateDeployment(spec))
                    : bench.give(control -> control.replaceDeployment(spec));
            bench.notices().follow(command, Messages.of("update.tried-again", id), Messages.of("update.not-tried", id));
        });
    }

    void copyFailure() {
        failure.get().ifPresent(failed -> {
            bench.clipboard().put(Problems.told(failed.problem()) + "\n\n" + String.join("\n", failed.lastLines()));
            bench.notices().done(Messages.of("copied", Messages.of("failure.name")));
        });
    }

    /** The description that failed, as YAML, to be mended; empty if nothing failed. */
    Optional<String> rejectedText() {
        return rejected.map(bench.manifests()::write);
    }

    /** Whether time that passes changes anything here. */
    boolean isUnderWay() {
        return steps.get().stream().anyMatch(step -> step.standing() == JobSteps.Standing.RUNNING);
    }

    ReadOnlyObjectProperty<Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** The phases on the way up, while it is on that way or has failed on it; else none. */
    ReadOnlyObjectProperty<List<JobSteps.Step>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private static Kind kindOf(DeploymentState state) {
        if (state instanceof Creating || state instanceof Failed) {
            return Kind.FIRST;
        }
        return state instanceof Updating || state instanceof UpdateFailed ? Kind.UPDATE : Kind.NONE;
    }

    private static Optional<Failure> failureOf(DeploymentState state) {
        if (state instanceof Failed failed) {
            return Optional.of(new Failure(failed.problem(), failed.lastLines()));
        }
        return state instanceof UpdateFailed failed
                ? Optional.of(new Failure(failed.problem(), failed.lastLines()))
                : Optional.empty();
    }

    private static Optional<DeploymentSpec> rejectedOf(DeploymentView deployment) {
        if (deployment.state() instanceof UpdateFailed failed) {
            return Optional.of(failed.rejected());
        }
        return deployment.state() instanceof Failed ? Optional.of(deployment.spec()) : Optional.empty();
    }

    private List<JobSteps.Step> stepsOf(Fleet fleet, DeploymentState state) {
        if (kind.get() == Kind.NONE) {
            return List.of();
        }
        var now = bench.clock().instant();
        var about = kind.get() == Kind.FIRST ? Job.Kind.CREATE : Job.Kind.UPDATE;
        return fleet.jobs().stream()
                .filter(job -> job.kind() == about && job.target().equals(id))
                .max(Comparator.comparingLong(Job::id))
                .map(job -> JobSteps.of(job, now))
                .orElseGet(() -> state instanceof Creating creating ? JobSteps.of(creating, now) : List.of());
    }
}

package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.reconcile.Progress;
import dev.sluice.reconcile.Tracked;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the reconciler tells of instances, in a few words each. Safe from any thread. */
final class Hearsay implements Progress {

    private final List<String> told = new CopyOnWriteArrayList<>();

    /** Such as {@code blue-i1 ended: exit code 3}, in order. */
    List<String> told() {
        return told;
    }

    @Override
    public void phase(DeploymentId deployment, Phase phase) {}

    @Override
    public void line(DeploymentId deployment, String line) {}

    @Override
    public void provisioned(DeploymentId deployment) {
        told.add(deployment.deployment() + " provisioned");
    }

    @Override
    public void failedForNow(DeploymentId deployment, Problem problem) {}

    @Override
    public void instanceEnded(Tracked instance, Problem problem, List<String> lastLines) {
        told.add(instance.name() + " ended: " + instance.end());
    }

    @Override
    public void instanceUnready(Tracked instance, Problem problem) {
        told.add(instance.name() + " unready");
    }

    @Override
    public void instanceReadyAgain(Tracked instance) {
        told.add(instance.name() + " ready again");
    }

    @Override
    public void gaveUp(DeploymentId deployment, Problem problem, List<String> lastLines) {
        told.add(deployment.deployment() + " given up: " + problem.message());
    }

    @Override
    public void gone(DeploymentId deployment) {}

    @Override
    public void changed() {}
}

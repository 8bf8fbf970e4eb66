package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.reconcile.Progress;
import dev.sluice.reconcile.Tracked;
import java.util.List;

/** Progress that nobody listens to. */
final class Unheard implements Progress {

    @Override
    public void phase(DeploymentId deployment, Phase phase) {}

    @Override
    public void line(DeploymentId deployment, String line) {}

    @Override
    public void provisioned(DeploymentId deployment) {}

    @Override
    public void instanceEnded(Tracked instance, Problem problem, List<String> lastLines) {}

    @Override
    public void instanceUnready(Tracked instance, Problem problem) {}

    @Override
    public void instanceReadyAgain(Tracked instance) {}

    @Override
    public void gaveUp(DeploymentId deployment, Problem problem, List<String> lastLines) {}

    @Override
    public void gone(DeploymentId deployment) {}

    @Override
    public void changed() {}
}

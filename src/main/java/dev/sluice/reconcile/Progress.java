package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import java.util.List;

/** What the reconciler tells while it works. Called on the runtime's thread. */
public interface Progress {

    /** The deployment has come to this step on its way to ready instances, or some of these on their way out. */
    void phase(DeploymentId deployment, Phase phase);

    /** A line of what is going on in the present step. */
    void line(DeploymentId deployment, String line);

    /** As many instances as wanted are ready for the first time. */
    void provisioned(DeploymentId deployment);

    /** An instance has ended, or was given up, without being told to; what is left of it is about to be removed. */
    void instanceEnded(Tracked instance, Problem problem, List<String> lastLines);

    /** An instance that was ready has failed its readiness probe too often: it gets no requests until it is ready again. */
    void instanceUnready(Tracked instance, Problem problem);

    /** An instance that was unready takes requests again. */
    void instanceReadyAgain(Tracked instance);

    /** Something of a deployment that is up has failed; it is tried again after a pause. */
    void failedForNow(DeploymentId deployment, Problem problem);

    /** The deployment cannot be brought up; nothing of it runs any more or will again. */
    void gaveUp(DeploymentId deployment, Problem problem, List<String> lastLines);

    /** The deleted deployment's last instance and its files are gone. */
    void gone(DeploymentId deployment);

    /** Something changed that a picture of the fleet shows. */
    void changed();
}

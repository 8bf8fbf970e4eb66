package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;

/** One step the reconciler may take. Steps are safe to repeat. */
public sealed interface Action {

    /** Start one more instance of this generation of the deployment. */
    record Start(DeploymentId deployment, long generation) implements Action {}

    /** Give the instance no more requests, and stop it when it has answered those it has. */
    record Retire(String instance) implements Action {}

    /** The instance has ended by itself: take away what is left of it. */
    record Clear(String instance) implements Action {}
}

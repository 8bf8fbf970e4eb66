package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;

/** One step the reconciler may take. Steps are safe to repeat. */
public sealed interface Action {

    /** Start one more instance of the deployment's present generation. */
    record Start(DeploymentId deployment) implements Action {}

    /** Give the instance no more requests, and stop it when it has answered those it has. */
    record Retire(String instance) implements Action {}

    /** The instance has ended by itself: take away what is left of it. */
    record Clear(String instance) implements Action {}
}

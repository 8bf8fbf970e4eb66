package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceId;
import java.util.concurrent.CompletionStage;

/**
 * What the reconciler asks of whoever routes requests, who alone knows what is in flight. Called on the runtime's
 * thread.
 */
public interface Traffic {

    /** The instance is ready, for the first time or again: requests may go to {@code scoring} from now on. */
    void admit(Instance instance, Instance.Spot scoring);

    /** No more requests to the instance until it is admitted again; those in flight go on. */
    void withdraw(InstanceId instance);

    /** No more requests to the instance; completes, on any thread, when the last one in flight has ended. */
    CompletionStage<Void> drain(InstanceId instance);

    /** No more requests to the deployment, waiting ones included; completes likewise. */
    CompletionStage<Void> drain(DeploymentId deployment);

    /** The instance is gone: what it had in flight has failed or ended. */
    void forget(InstanceId instance);

    /** The deployment is gone with all its instances. */
    void forget(DeploymentId deployment);

    /** Requests that the instance has not answered yet. */
    int inFlight(InstanceId instance);
}

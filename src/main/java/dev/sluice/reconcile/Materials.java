package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentSpec;
import java.util.concurrent.CompletionStage;

/** Knows what versions of deployments are made of, whatever their descriptions call it. */
public interface Materials {

    /**
     * The same description, in which the model is files or none, and the environment is no registered one: nothing in
     * either can change any more. The same version gives the same each time. Fails with an
     * {@link dev.sluice.engine.EngineException} that says what is missing. Called on the runtime's thread.
     *
     * @param generation of the version that {@code spec} describes
     */
    CompletionStage<DeploymentSpec> of(DeploymentSpec spec, long generation);
}

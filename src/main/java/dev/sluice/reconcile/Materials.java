package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Knows what versions of deployments are made of, whatever their descriptions call it. */
public interface Materials {

    /**
     * The version's description, in which the model is files or none, and the environment is no registered one: nothing
     * in either can change any more. The same version gives the same each time. Fails with an
     * {@link dev.sluice.engine.EngineException} that says what is missing. Called on the runtime's thread.
     *
     * @param basis the version in force, if what both describe alike is to be what that one was made of
     */
    CompletionStage<DeploymentSpec> of(DesiredDeployment version, Optional<DesiredDeployment> basis);
}

package dev.sluice.engine;

import dev.sluice.domain.DeploymentId;

/**
 * Whose instance it is: one of a deployment's, started from the deployment's {@code generation}th set of files and
 * settings, with a {@code name} that people read in lists and logs, such as {@code blue-4f2a}.
 */
public record InstanceKey(DeploymentId deployment, long generation, String name) {}

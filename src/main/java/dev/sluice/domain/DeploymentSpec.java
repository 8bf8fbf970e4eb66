package dev.sluice.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A deployment as its file or form describes it (reference 1.3). */
public record DeploymentSpec(
        DeploymentId id,
        Labels labels,
        ModelSource model,
        CodeSource code,
        EnvironmentSource environment,
        SortedMap<String, String> environmentVariables,
        InstanceType instanceType,
        int instanceCount,
        RequestSettings requests,
        Probe liveness,
        Probe readiness) {

    /** The cloud's limit for managed deployments (reference 2.1). */
    public static final int MOST_INSTANCES = 50;

    public DeploymentSpec {
        if (instanceCount < 1 || instanceCount > MOST_INSTANCES) {
            throw new IllegalArgumentException("instance_count runs from 1 to 50, not " + instanceCount);
        }
        environmentVariables = Collections.unmodifiableSortedMap(new TreeMap<>(environmentVariables));
    }

    public DeploymentSpec withInstanceCount(int count) {
        return new DeploymentSpec(
                id,
                labels,
                model,
                code,
                environment,
                environmentVariables,
                instanceType,
                count,
                requests,
                liveness,
                readiness);
    }

    public DeploymentSpec withLabels(Labels changed) {
        return new DeploymentSpec(
                id,
                changed,
                model,
                code,
                environment,
                environmentVariables,
                instanceType,
                instanceCount,
                requests,
                liveness,
                readiness);
    }

    /** The same, with {@code value} for each environment variable: values may be secrets, names are not. */
    public DeploymentSpec withEveryVariable(String value) {
        var masked = new TreeMap<>(environmentVariables);
        masked.replaceAll((name, secret) -> value);
        return new DeploymentSpec(
                id,
                labels,
                model,
                code,
                environment,
                masked,
                instanceType,
                instanceCount,
                requests,
                liveness,
                readiness);
    }

    /** Whether an instance of this is an instance of {@code other} too: what is different concerns none that runs. */
    public boolean runsLike(DeploymentSpec other) {
        return id.equals(other.id)
                && model.equals(other.model)
                && code.equals(other.code)
                && environment.equals(other.environment)
                && environmentVariables.equals(other.environmentVariables)
                && instanceType.equals(other.instanceType);
    }
}

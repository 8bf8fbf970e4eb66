package dev.sluice.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A deployment as its file or form describes it (reference 1.3).
 *
 * @param kind whether it is written for the cloud's own machines or for a cluster; it runs the same here
 * @param modelMount where an image that serves by itself finds the model; empty for the usual place (reference 4.2)
 * @param collection which requests and answers are kept
 * @param cloud the keys that mean something to the cloud alone
 */
public record DeploymentSpec(
        DeploymentId id,
        EndpointKind kind,
        Labels labels,
        ModelSource model,
        String modelMount,
        CodeSource code,
        EnvironmentSource environment,
        SortedMap<String, String> environmentVariables,
        InstanceType instanceType,
        int instanceCount,
        RequestSettings requests,
        Probe liveness,
        Probe readiness,
        DataCollection collection,
        CloudKeys cloud) {

    /** The cloud's limit for managed deployments (reference 2.1). */
    public static final int MOST_INSTANCES = 50;

    public DeploymentSpec {
        if (instanceCount < 1 || instanceCount > MOST_INSTANCES) {
            throw new IllegalArgumentException("instance_count runs from 1 to 50, not " + instanceCount);
        }
        environmentVariables = Collections.unmodifiableSortedMap(new TreeMap<>(environmentVariables));
    }

    /** A deployment of one instance without a model, and with the cloud's defaults for all else. */
    public static SpecDraft draft(DeploymentId id, CodeSource code, EnvironmentSource environment) {
        return new SpecDraft(id, code, environment);
    }

    /** One like this, to be changed. */
    public SpecDraft draft() {
        return new SpecDraft(this);
    }

    public DeploymentSpec withInstanceCount(int count) {
        return draft().instanceCount(count).done();
    }

    public DeploymentSpec withLabels(Labels changed) {
        return draft().labels(changed).done();
    }

    /** The same, with {@code value} for each environment variable: values may be secrets, names are not. */
    public DeploymentSpec withEveryVariable(String value) {
        var masked = new TreeMap<>(environmentVariables);
        masked.replaceAll((name, secret) -> value);
        return draft().environmentVariables(masked).done();
    }

    /** How many processes answer requests in each instance: {@code WORKER_COUNT}, 1 unless that is a number. */
    public int workers() {
        var count = environmentVariables.getOrDefault("WORKER_COUNT", "1").strip();
        return count.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(count) : 1;
    }

    /** Whether an instance of this is an instance of {@code other} too: what is different concerns none that runs. */
    public boolean runsLike(DeploymentSpec other) {
        return id.equals(other.id)
                && model.equals(other.model)
                && modelMount.equals(other.modelMount)
                && code.equals(other.code)
                && environment.equals(other.environment)
                && environmentVariables.equals(other.environmentVariables)
                && instanceType.equals(other.instanceType)
                && liveness.equals(other.liveness)
                && readiness.equals(other.readiness)
                && collection.ofScripts().equals(other.collection.ofScripts());
    }

    /** Whether model, code and environment are named as {@code other} names them. */
    public boolean isMadeLike(DeploymentSpec other) {
        return model.equals(other.model) && code.equals(other.code) && environment.equals(other.environment);
    }

    /**
     * How many instances another version replaces at a time: a fifth of them in the cloud, one by one in a cluster
     * (reference 3.4). So many run besides while it does, which is why the cloud keeps a fifth of the quota in reserve.
     */
    public int upgradeStep() {
        return kind == EndpointKind.KUBERNETES ? 1 : (instanceCount + 4) / 5;
    }
}

package dev.sluice.domain;

import java.util.Map;
import java.util.TreeMap;

/** A deployment that is being described. For one thread. */
public final class SpecDraft {

    private DeploymentId id;
    private EndpointKind kind = EndpointKind.MANAGED;
    private Labels labels = Labels.NONE;
    private ModelSource model = new ModelSource.None();
    private String modelMount = "";
    private CodeSource code;
    private EnvironmentSource environment;
    private Map<String, String> environmentVariables = Map.of();
    private InstanceType instanceType = InstanceType.of("Standard_DS3_v2");
    private int instanceCount = 1;
    private RequestSettings requests = RequestSettings.DEFAULT;
    private Probe liveness = Probe.DEFAULT;
    private Probe readiness = Probe.DEFAULT;
    private DataCollection collection = DataCollection.NONE;
    private CloudKeys cloud = CloudKeys.NONE;

    SpecDraft(DeploymentId id, CodeSource code, EnvironmentSource environment) {
        this.id = id;
        this.code = code;
        this.environment = environment;
    }

    SpecDraft(DeploymentSpec like) {
        this(like.id(), like.code(), like.environment());
        kind = like.kind();
        labels = like.labels();
        model = like.model();
        modelMount = like.modelMount();
        environmentVariables = like.environmentVariables();
        instanceType = like.instanceType();
        instanceCount = like.instanceCount();
        requests = like.requests();
        liveness = like.liveness();
        readiness = like.readiness();
        collection = like.collection();
        cloud = like.cloud();
    }

    public SpecDraft id(DeploymentId changed) {
        id = changed;
        return this;
    }

    public SpecDraft kind(EndpointKind changed) {
        kind = changed;
        return this;
    }

    public SpecDraft labels(Labels changed) {
        labels = changed;
        return this;
    }

    public SpecDraft model(ModelSource changed) {
        model = changed;
        return this;
    }

    public SpecDraft modelMount(String changed) {
        modelMount = changed;
        return this;
    }

    public SpecDraft code(CodeSource changed) {
        code = changed;
        return this;
    }

    public SpecDraft environment(EnvironmentSource changed) {
        environment = changed;
        return this;
    }

    public SpecDraft environmentVariables(Map<String, String> changed) {
        environmentVariables = changed;
        return this;
    }

    public SpecDraft instanceType(InstanceType changed) {
        instanceType = changed;
        return this;
    }

    public SpecDraft instanceCount(int changed) {
        instanceCount = changed;
        return this;
    }

    public SpecDraft requests(RequestSettings changed) {
        requests = changed;
        return this;
    }

    public SpecDraft liveness(Probe changed) {
        liveness = changed;
        return this;
    }

    public SpecDraft readiness(Probe changed) {
        readiness = changed;
        return this;
    }

    public SpecDraft collection(DataCollection changed) {
        collection = changed;
        return this;
    }

    public SpecDraft cloud(CloudKeys changed) {
        cloud = changed;
        return this;
    }

    /** @throws IllegalArgumentException if there cannot be such a deployment */
    public DeploymentSpec done() {
        return new DeploymentSpec(
                id,
                kind,
                labels,
                model,
                modelMount,
                code,
                environment,
                new TreeMap<>(environmentVariables),
                instanceType,
                instanceCount,
                requests,
                liveness,
                readiness,
                collection,
                cloud);
    }
}

package dev.sluice.domain;

import java.util.TreeMap;

/** Specs for tests that need one and do not care about its details. */
public final class SampleSpecs {

    public static final EndpointName DIABETES = new EndpointName("diabetes");
    public static final DeploymentId BLUE = new DeploymentId(DIABETES, new DeploymentName("blue"));
    public static final DeploymentId GREEN = new DeploymentId(DIABETES, new DeploymentName("green"));

    private SampleSpecs() {}

    public static DeploymentSpec deployment(DeploymentId id) {
        return deployment(id, new ModelSource.None(), new CodeSource("/code", "score.py"));
    }

    public static DeploymentSpec deployment(DeploymentId id, ModelSource model, CodeSource code) {
        return new DeploymentSpec(
                id,
                Labels.NONE,
                model,
                code,
                new EnvironmentSource.Image("python:3.12-slim"),
                new TreeMap<>(),
                InstanceType.of("Standard_DS3_v2"),
                1,
                RequestSettings.DEFAULT,
                Probe.DEFAULT,
                Probe.DEFAULT);
    }

    public static EndpointSecrets secrets() {
        return new EndpointSecrets(new Secret("primary"), new Secret("secondary"), new Secret("signing"));
    }
}

package dev.sluice.domain;

/** Specs for tests that need one and do not care about its details. */
public final class SampleSpecs {

    public static final EndpointName DIABETES = new EndpointName("diabetes");
    public static final DeploymentId BLUE = new DeploymentId(DIABETES, new DeploymentName("blue"));
    public static final DeploymentId GREEN = new DeploymentId(DIABETES, new DeploymentName("green"));

    private SampleSpecs() {}

    public static DeploymentSpec deployment(DeploymentId id) {
        return deployment(id, new ModelSource.None(), new CodeSource.Folder("/code", "score.py"));
    }

    public static DeploymentSpec deployment(DeploymentId id, ModelSource model, CodeSource code) {
        return DeploymentSpec.draft(id, code, new EnvironmentSource.Image("python:3.12-slim"))
                .model(model)
                .done();
    }

    public static EndpointSecrets secrets() {
        return new EndpointSecrets(new Secret("primary"), new Secret("secondary"), new Secret("signing"));
    }
}

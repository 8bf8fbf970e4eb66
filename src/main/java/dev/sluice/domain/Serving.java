package dev.sluice.domain;

/** Who answers requests in an instance (reference 1.3 to 1.5). What cannot be told yet, of a registered model, is its script's. */
public sealed interface Serving {

    /** Where Triton answers unless the environment says otherwise: its own defaults. */
    ServingRoutes TRITON = new ServingRoutes(
            new ServingRoutes.Route(8000, "/v2/health/live"),
            new ServingRoutes.Route(8000, "/v2/health/ready"),
            new ServingRoutes.Route(8000, "/"));

    /** Where it answers within the instance. */
    default ServingRoutes routes() {
        return ServingRoutes.DEFAULT;
    }

    /** The scoring server, with the deployment's script. */
    record Script() implements Serving {}

    /** The scoring server, with a model as MLflow saves it and no code. */
    record Mlflow() implements Serving {}

    /** NVIDIA's Triton, with the model's folder for its repository. */
    record Triton(ServingRoutes routes, String modelMount) implements Serving {}

    /**
     * The image, by its own command.
     *
     * @param modelMount the folder that it finds the model in, as {@code <name>/<version>}; empty for the usual one
     */
    record OwnImage(ServingRoutes routes, String modelMount) implements Serving {}

    /**
     * Code is served by the scoring server, also if the routes are said and are those of the cloud's own server. Other
     * routes mean that the image brings a server of its own.
     */
    static Serving of(DeploymentSpec spec) {
        var routes = spec.environment().routes();
        if (!routes.equals(ServingRoutes.DEFAULT)) {
            return new OwnImage(routes, spec.modelMount());
        }
        if (!(spec.code() instanceof CodeSource.None) || spec.model() instanceof ModelSource.Registered) {
            return new Script();
        }
        return switch (typeOf(spec.model())) {
            case MLFLOW -> new Mlflow();
            case TRITON -> new Triton(TRITON, spec.modelMount());
            case CUSTOM -> new OwnImage(routes, spec.modelMount());
        };
    }

    /**
     * Whether {@code model_mount_path} is known to do nothing: our server finds the model by {@code AZUREML_MODEL_DIR}
     * (reference 1.3). What is registered may yet turn out to serve by itself.
     */
    static boolean ignoresMount(DeploymentSpec spec) {
        boolean open = spec.environment() instanceof EnvironmentSource.Registered
                || spec.code() instanceof CodeSource.None && spec.model() instanceof ModelSource.Registered;
        var serving = of(spec);
        return !open && (serving instanceof Script || serving instanceof Mlflow);
    }

    private static ModelType typeOf(ModelSource model) {
        return model instanceof ModelSource.Files files ? files.type() : ModelType.CUSTOM;
    }
}

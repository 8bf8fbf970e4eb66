package dev.sluice.domain;

/** What the scoring code runs in (reference 1.5). Paths are absolute. */
public sealed interface EnvironmentSource {

    /** Where it answers; the usual ones, unless it says otherwise. */
    default ServingRoutes routes() {
        return ServingRoutes.DEFAULT;
    }

    /** None said: a model that is served without code brings its own (reference 1.4). */
    record None() implements EnvironmentSource {}

    /** An image as it is. */
    record Image(String image, ServingRoutes routes) implements EnvironmentSource {
        public Image(String image) {
            this(image, ServingRoutes.DEFAULT);
        }
    }

    /** An image, and the packages of a conda file added to it. */
    record Conda(String image, CondaFile packages, ServingRoutes routes) implements EnvironmentSource {
        public Conda(String image, CondaFile packages) {
            this(image, packages, ServingRoutes.DEFAULT);
        }
    }

    /** An image built from a folder with a Dockerfile. */
    record Build(String folder, String dockerfile, ServingRoutes routes) implements EnvironmentSource {
        public Build(String folder, String dockerfile) {
            this(folder, dockerfile, ServingRoutes.DEFAULT);
        }
    }

    /** A registered environment, {@code azureml:name:version}. */
    record Registered(String reference) implements EnvironmentSource {}
}

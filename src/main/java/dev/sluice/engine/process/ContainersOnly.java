package dev.sluice.engine.process;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Serving;
import dev.sluice.domain.ServingRoutes;
import java.util.List;

/** What only an engine with containers can run, and what to do about it. */
final class ContainersOnly {

    private static final String REMEDY = "start Docker and let Sluice use it";

    private ContainersOnly() {}

    /** The key in the deployment's file that asks for a container's own server, and why that cannot be had. */
    static List<Problem> problems(DeploymentSpec spec) {
        var serving = Serving.of(spec);
        if (serving instanceof Serving.Triton) {
            return List.of(problem("model.type", "a triton_model is served by Triton, which comes as an image"));
        }
        if (!(serving instanceof Serving.OwnImage)) {
            return List.of();
        }
        return List.of(
                serving.routes().equals(ServingRoutes.DEFAULT)
                        ? problem("code_configuration", "without a scoring script the image has to serve by itself")
                        : problem(
                                "environment.inference_config",
                                "routes other than the scoring server's mean that the image serves by itself"));
    }

    /** The same of an instance, for a deployment that was made with another engine. */
    static Problem of(Serving serving) {
        var who = serving instanceof Serving.Triton ? "Triton" : "an image that serves by itself";
        return problem("environment", "this deployment is served by " + who);
    }

    private static Problem problem(String key, String why) {
        return Problem.of(Problem.Code.NOT_SUPPORTED, key, why + ", and this engine runs processes, no images", REMEDY);
    }
}

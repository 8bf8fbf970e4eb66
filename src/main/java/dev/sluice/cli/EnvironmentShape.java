package dev.sluice.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.ServingRoutes.Route;

/** What an environment consists of, as the cloud prints it. */
final class EnvironmentShape {

    private EnvironmentShape() {}

    static void put(ObjectNode shape, EnvironmentSource environment) {
        if (environment instanceof EnvironmentSource.Image plain) {
            shape.put("image", plain.image());
        } else if (environment instanceof EnvironmentSource.Conda conda) {
            shape.put("image", conda.image());
            shape.set("conda_file", packages(conda.packages()));
        } else if (environment instanceof EnvironmentSource.Build build) {
            shape.putObject("build").put("path", build.folder()).put("dockerfile_path", build.dockerfile());
        }
        if (!environment.routes().equals(ServingRoutes.DEFAULT)) {
            var routes = shape.putObject("inference_config");
            routes.set("liveness_route", route(environment.routes().liveness()));
            routes.set("readiness_route", route(environment.routes().readiness()));
            routes.set("scoring_route", route(environment.routes().scoring()));
        }
    }

    private static JsonNode packages(CondaFile packages) {
        return packages instanceof CondaFile.Inline inline
                ? parsed(inline.yaml())
                : Shapes.JSON.textNode(((CondaFile.At) packages).path());
    }

    private static JsonNode parsed(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the packages of an environment are no YAML: " + yaml, e);
        }
    }

    private static ObjectNode route(Route route) {
        return Shapes.JSON.objectNode().put("port", route.port()).put("path", route.path());
    }
}

package dev.sluice.manifest;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.ServingRoutes.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An environment as a file has it: a reference or keys. */
final class EnvironmentKeys {

    private EnvironmentKeys() {}

    static Optional<Object> of(EnvironmentSource environment) {
        if (environment instanceof EnvironmentSource.None) {
            return Optional.empty();
        }
        return environment instanceof EnvironmentSource.Registered registered
                ? Optional.of(registered.reference())
                : Optional.of(inline(environment));
    }

    /** The keys of one that is written out. */
    static Map<String, Object> inline(EnvironmentSource environment) {
        var keys = new LinkedHashMap<String, Object>();
        if (environment instanceof EnvironmentSource.Image plain) {
            keys.put("image", plain.image());
        } else if (environment instanceof EnvironmentSource.Conda conda) {
            keys.put("image", conda.image());
            keys.put("conda_file", packages(conda.packages()));
        } else if (environment instanceof EnvironmentSource.Build build) {
            var from = new LinkedHashMap<String, Object>();
            from.put("path", build.folder());
            from.put("dockerfile_path", build.dockerfile());
            keys.put("build", from);
        }
        if (!environment.routes().equals(ServingRoutes.DEFAULT)) {
            keys.put("inference_config", routes(environment.routes()));
        }
        return keys;
    }

    private static Object packages(CondaFile packages) {
        return packages instanceof CondaFile.Inline inline
                ? YamlText.stored(inline.yaml()).keys()
                : ((CondaFile.At) packages).path();
    }

    private static Map<String, Object> routes(ServingRoutes routes) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("liveness_route", route(routes.liveness()));
        keys.put("readiness_route", route(routes.readiness()));
        keys.put("scoring_route", route(routes.scoring()));
        return keys;
    }

    private static Map<String, Object> route(Route route) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("port", route.port());
        keys.put("path", route.path());
        return keys;
    }
}

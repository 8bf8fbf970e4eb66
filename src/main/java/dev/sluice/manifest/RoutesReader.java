package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.ServingRoutes.Route;
import java.util.Optional;

/** Reads where an image that serves by itself answers: all three routes, each with port and path (reference 1.5). */
final class RoutesReader {

    private static final int MOST = 65535;

    private RoutesReader() {}

    static ServingRoutes read(Section environment) {
        return environment
                .value("inference_config")
                .flatMap(Value::section)
                .flatMap(RoutesReader::routes)
                .orElse(ServingRoutes.DEFAULT);
    }

    private static Optional<ServingRoutes> routes(Section config) {
        var liveness = route(config, "liveness_route");
        var readiness = route(config, "readiness_route");
        var scoring = route(config, "scoring_route");
        config.finish();
        return liveness.flatMap(
                live -> readiness.flatMap(ready -> scoring.map(score -> new ServingRoutes(live, ready, score))));
    }

    private static Optional<Route> route(Section config, String key) {
        return config.required(key).flatMap(Value::section).flatMap(route -> {
            var port = route.required("port").flatMap(value -> value.integer(1, MOST));
            var path = route.required("path").flatMap(RoutesReader::path);
            route.finish();
            return port.flatMap(number -> path.map(text -> new Route(number, text)));
        });
    }

    private static Optional<String> path(Value value) {
        return value.text().filter(text -> {
            boolean absolute = text.startsWith("/") && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
            if (!absolute) {
                value.refuse(
                        Problem.Code.BAD_VALUE,
                        "a route's path begins with '/' and has no spaces; found '" + Spelling.abridged(text) + "'",
                        "write such as /score");
            }
            return absolute;
        });
    }
}

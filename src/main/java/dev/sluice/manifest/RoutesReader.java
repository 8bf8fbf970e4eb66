package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.ServingRoutes.Route;
import java.util.Optional;

/** Reads where an image that serves by itself answers: all three routes, each with port and path (reference 1.5). */
final class RoutesReader {

    private static final int MOST = 65535;

    private RoutesReader() {}

    /** The usual routes if it says nothing, or says those: then it is kept that it does, so that it is written again. */
    static ServingRoutes read(Section environment) {
        var written = environment.value("inference_config");
        var read = written.flatMap(Value::section).flatMap(RoutesReader::routes).orElse(ServingRoutes.DEFAULT);
        written.filter(value -> read.equals(ServingRoutes.DEFAULT)).ifPresent(Value::keep);
        return read;
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

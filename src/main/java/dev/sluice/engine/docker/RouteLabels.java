package dev.sluice.engine.docker;

import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.ServingRoutes.Route;
import dev.sluice.engine.Instance.Spot;
import dev.sluice.engine.Instance.Status;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/**
 * What is written on each container about where it answers, such as {@code dev.sluice.route.scoring} / {@code
 * 8501/v1/predict}: the next run of this program must know, whatever its deployment says by then.
 */
final class RouteLabels {

    private static final String LIVENESS = "dev.sluice.route.liveness";
    private static final String READINESS = "dev.sluice.route.readiness";
    private static final String SCORING = "dev.sluice.route.scoring";

    private RouteLabels() {}

    static Map<String, String> of(ServingRoutes routes) {
        return Map.of(
                LIVENESS, text(routes.liveness()),
                READINESS, text(routes.readiness()),
                SCORING, text(routes.scoring()));
    }

    /** @param published by the container's port, the one on this computer; empty if one is not there (yet) */
    static Optional<Status> reachable(Map<String, String> labels, Map<Integer, Integer> published) {
        var usual = ServingRoutes.DEFAULT;
        var liveness = spot(route(labels, LIVENESS, usual.liveness()), published);
        var readiness = spot(route(labels, READINESS, usual.readiness()), published);
        var scoring = spot(route(labels, SCORING, usual.scoring()), published);
        return liveness.isPresent() && readiness.isPresent() && scoring.isPresent()
                ? Optional.of(new Status.Reachable(liveness.get(), readiness.get(), scoring.get()))
                : Optional.empty();
    }

    private static String text(Route route) {
        return route.port() + route.path();
    }

    /** Containers of earlier versions of this program have none of these labels, and the usual routes. */
    private static Route route(Map<String, String> labels, String label, Route usual) {
        var text = labels.getOrDefault(label, "");
        int slash = text.indexOf('/');
        try {
            return new Route(Integer.parseInt(text.substring(0, Math.max(0, slash))), text.substring(slash));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return usual;
        }
    }

    private static Optional<Spot> spot(Route route, Map<Integer, Integer> published) {
        return Optional.ofNullable(published.get(route.port()))
                .map(port -> new Spot(new InetSocketAddress("127.0.0.1", port), route.path()));
    }
}

package dev.sluice.domain;

/** Where an instance answers: to the probes and to requests, each at a port of its own if it likes (reference 1.5). */
public record ServingRoutes(Route liveness, Route readiness, Route scoring) {

    /** Those of the cloud's inference server and of ours. */
    public static final ServingRoutes DEFAULT =
            new ServingRoutes(new Route(5001, "/"), new Route(5001, "/"), new Route(5001, "/score"));

    /** A port from 1 to 65535 and a path that begins with a slash. */
    public record Route(int port, String path) {
        public Route {
            if (port < 1 || port > 65535 || !path.startsWith("/")) {
                throw new IllegalArgumentException("a route is a port and a path, not " + port + " and '" + path + "'");
            }
        }
    }
}

package dev.sluice.router;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything the router needs to answer requests. Never changed once built: the control side publishes a whole new
 * table, and a request keeps the one it started with.
 *
 * @param endpoints by {@link dev.sluice.domain.EndpointName#folded}
 */
public record RouteTable(Map<String, EndpointRoute> endpoints) {

    public static final RouteTable EMPTY = new RouteTable(Map.of());

    public RouteTable {
        endpoints = Map.copyOf(endpoints);
    }

    public static RouteTable of(Collection<EndpointRoute> endpoints) {
        return new RouteTable(endpoints.stream()
                .collect(Collectors.toMap(route -> route.name().folded(), Function.identity())));
    }

    /** The endpoint of that name in any spelling. */
    public Optional<EndpointRoute> endpoint(String name) {
        var asIs = endpoints.get(name);
        return Optional.ofNullable(asIs != null ? asIs : endpoints.get(name.toLowerCase(Locale.ROOT)));
    }
}

package dev.sluice.control;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.sluice.assets.Catalog;
import dev.sluice.assets.Settlement;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Pins;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which deployments run which assets, or are to. Pure. */
final class Uses {

    private final Map<AssetId, Set<DeploymentId>> users = new TreeMap<>();

    private Uses() {}

    /** A version whose files are not unpacked yet has no pins: it will have what it refers to. */
    static Uses of(DesiredState desired, Map<Long, Pins> pins, Catalog catalog) {
        var uses = new Uses();
        versions(desired).forEach(version -> {
            var made = pins.get(version.generation());
            var ids =
                    made == null ? Settlement.of(catalog, version.spec()).pins().ids() : made.ids();
            ids.forEach(id -> uses.users
                    .computeIfAbsent(id, unknown -> new TreeSet<>())
                    .add(version.spec().id()));
        });
        return uses;
    }

    List<DeploymentId> of(AssetId id) {
        return List.copyOf(users.getOrDefault(id, Set.of()));
    }

    static Set<Long> generations(DesiredState desired) {
        return versions(desired).map(DesiredDeployment::generation).collect(toUnmodifiableSet());
    }

    /** What serves, and what is to take its place. */
    private static Stream<DesiredDeployment> versions(DesiredState desired) {
        return desired.endpoints().values().stream()
                .flatMap(endpoint -> endpoint.deployments().values().stream())
                .flatMap(deployment -> Stream.concat(Stream.of(deployment), deployment.coming().stream()));
    }
}

package dev.sluice.console.support;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which colour belongs to which deployment. A deployment keeps its colour while it exists, whatever comes and goes
 * beside it; the one called blue is blue. With more than six, colours are shared. For the UI thread only.
 */
public final class DeploymentColors {

    private final Map<EndpointName, Map<DeploymentName, DeploymentColor>> given = new HashMap<>();

    /** The colour of {@code id}, chosen at the first call. */
    public DeploymentColor of(DeploymentId id) {
        var siblings = given.computeIfAbsent(id.endpoint(), endpoint -> new HashMap<>());
        return siblings.computeIfAbsent(id.deployment(), name -> choose(name, siblings.values()));
    }

    /** Forgets every deployment that is not among these, so that its colour can be given again. */
    public void keepOnly(Collection<DeploymentId> existing) {
        given.forEach((endpoint, siblings) ->
                siblings.keySet().removeIf(name -> !existing.contains(new DeploymentId(endpoint, name))));
        given.values().removeIf(Map::isEmpty);
    }

    private static DeploymentColor choose(DeploymentName name, Collection<DeploymentColor> taken) {
        return DeploymentColor.namedIn(name).orElseGet(() -> leastUsed(name, taken));
    }

    /** Starts looking at a place that depends on the name alone, so that a restart gives the same colours again. */
    private static DeploymentColor leastUsed(DeploymentName name, Collection<DeploymentColor> taken) {
        var colors = DeploymentColor.values();
        var start = Math.floorMod(name.hashCode(), colors.length);
        var fewest = Arrays.stream(colors)
                .mapToLong(color -> uses(color, taken))
                .min()
                .orElseThrow();
        for (int i = 0; i < colors.length; i++) {
            var color = colors[(start + i) % colors.length];
            if (uses(color, taken) == fewest) {
                return color;
            }
        }
        throw new IllegalStateException("no colour is used " + fewest + " times");
    }

    private static long uses(DeploymentColor color, Collection<DeploymentColor> taken) {
        return taken.stream().filter(color::equals).count();
    }
}

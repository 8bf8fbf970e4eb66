package dev.sluice.console.support;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which colour belongs to which deployment. A deployment keeps its colour while it exists, whatever comes and goes
 * beside it; the one called blue is blue, and of two called so the first. With more deployments than colours, colours are
 * shared. For the UI thread only.
 */
public final class DeploymentColors {

    private final Map<EndpointName, Map<DeploymentName, DeploymentColor>> given = new HashMap<>();

    /** The colour of {@code id}, chosen at the first call. */
    public DeploymentColor of(DeploymentId id) {
        var siblings = given.computeIfAbsent(id.endpoint(), endpoint -> new HashMap<>());
        return siblings.computeIfAbsent(id.deployment(), name -> choose(name, siblings));
    }

    /** Forgets every deployment that is not among these, so that its colour can be given again. */
    public void keepOnly(Collection<DeploymentId> existing) {
        given.forEach((endpoint, siblings) ->
                siblings.keySet().removeIf(name -> !existing.contains(new DeploymentId(endpoint, name))));
        given.values().removeIf(Map::isEmpty);
    }

    private static DeploymentColor choose(DeploymentName name, Map<DeploymentName, DeploymentColor> siblings) {
        return DeploymentColor.namedIn(name)
                .filter(color -> isFreeForItsName(color, siblings))
                .orElseGet(() -> leastUsed(name, siblings.values()));
    }

    /** One that only happened to get the colour has to share it with the one that is called so. */
    private static boolean isFreeForItsName(DeploymentColor color, Map<DeploymentName, DeploymentColor> siblings) {
        return siblings.entrySet().stream()
                .filter(sibling -> sibling.getValue() == color)
                .noneMatch(sibling -> DeploymentColor.namedIn(sibling.getKey())
                        .filter(color::equals)
                        .isPresent());
    }

    /** Of those least used one of the first, of which one depends on the name alone: a restart gives the same again. */
    private static DeploymentColor leastUsed(DeploymentName name, Collection<DeploymentColor> taken) {
        return preferred(name)
                .min(Comparator.comparingLong(color -> uses(color, taken)))
                .orElseThrow();
    }

    /** The first half of the colours, which are darker and purer, then the others; each half in an order of the name's own. */
    private static Stream<DeploymentColor> preferred(DeploymentName name) {
        var colors = List.of(DeploymentColor.values());
        int half = colors.size() / 2;
        return Stream.of(colors.subList(0, half), colors.subList(half, colors.size()))
                .flatMap(some ->
                        IntStream.range(0, half).mapToObj(i -> some.get(Math.floorMod(name.hashCode() + i, half))));
    }

    private static long uses(DeploymentColor color, Collection<DeploymentColor> taken) {
        return taken.stream().filter(color::equals).count();
    }
}

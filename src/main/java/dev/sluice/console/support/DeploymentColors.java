package dev.sluice.console.support;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which colour belongs to which deployment. A deployment keeps its colour while it exists, whatever comes and goes
 * beside it, and over the end of the program too if what {@link #all} has is recalled. The one called blue is blue, unless
 * another one has that; no two of an endpoint share a colour while one is free. For the UI thread only.
 */
public final class DeploymentColors {

    /** So many are remembered: more would make a large file of the window's state. */
    private static final int MOST_REMEMBERED = 1_000;

    /** What most are called; given to others only if there is nothing else. */
    private static final List<DeploymentColor> FOR_THEIR_NAMES = List.of(DeploymentColor.BLUE, DeploymentColor.GREEN);

    private final Map<EndpointName, Map<DeploymentName, DeploymentColor>> given = new HashMap<>();
    private final Map<String, DeploymentColor> remembered = new HashMap<>();

    /** The colour of {@code id}, chosen at the first call. */
    public DeploymentColor of(DeploymentId id) {
        var siblings = given.computeIfAbsent(id.endpoint(), endpoint -> new HashMap<>());
        return siblings.computeIfAbsent(id.deployment(), name -> choose(id, siblings));
    }

    /**
     * Forgets every deployment that is not among these, so that its colour can be given again, and gives one to each that
     * has none: first to those that had one before or are called by one, so that nobody else takes it.
     */
    public void show(Collection<DeploymentId> existing) {
        given.forEach((endpoint, siblings) ->
                siblings.keySet().removeIf(name -> !existing.contains(new DeploymentId(endpoint, name))));
        given.values().removeIf(Map::isEmpty);
        existing.stream().filter(id -> remembered.containsKey(key(id))).forEach(this::of);
        existing.stream()
                .filter(id -> DeploymentColor.namedIn(id.deployment()).isPresent())
                .forEach(this::of);
        existing.forEach(this::of);
    }

    /** The colours given, for {@link #recall} in a later window; what was recalled, while none is given yet. */
    public Map<String, String> all() {
        var all = new TreeMap<String, String>();
        if (given.isEmpty()) {
            remembered.forEach((key, color) -> all.put(key, color.name()));
        }
        given.forEach((endpoint, siblings) ->
                siblings.forEach((name, color) -> all.put(key(new DeploymentId(endpoint, name)), color.name())));
        return all.entrySet().stream()
                .limit(MOST_REMEMBERED)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Each deployment is to have the colour again that it had; what is no colour is left alone. */
    public void recall(Map<String, String> earlier) {
        earlier.forEach((key, name) -> Arrays.stream(DeploymentColor.values())
                .filter(color -> color.name().equals(name))
                .forEach(color -> remembered.put(key, color)));
    }

    private DeploymentColor choose(DeploymentId id, Map<DeploymentName, DeploymentColor> siblings) {
        return Optional.ofNullable(remembered.get(key(id)))
                .filter(color -> !siblings.containsValue(color))
                .or(() -> DeploymentColor.namedIn(id.deployment()).filter(color -> !siblings.containsValue(color)))
                .orElseGet(() -> leastUsed(id.deployment(), siblings.values()));
    }

    /** Of those least used one of the first, of which one depends on the name alone: a restart gives the same again. */
    private static DeploymentColor leastUsed(DeploymentName name, Collection<DeploymentColor> taken) {
        return preferred(name)
                .min(Comparator.comparingLong(color -> uses(color, taken)))
                .orElseThrow();
    }

    /**
     * The first half of the colours, which are darker and purer, then the others, each in an order of the name's own; in the
     * end those that others may come for.
     */
    private static Stream<DeploymentColor> preferred(DeploymentName name) {
        var colors = Arrays.stream(DeploymentColor.values())
                .filter(color -> !FOR_THEIR_NAMES.contains(color))
                .toList();
        int pure = DeploymentColor.values().length / 2 - FOR_THEIR_NAMES.size();
        return Stream.of(
                        turned(name, colors.subList(0, pure)),
                        turned(name, colors.subList(pure, colors.size())),
                        FOR_THEIR_NAMES.stream())
                .flatMap(Function.identity());
    }

    private static Stream<DeploymentColor> turned(DeploymentName name, List<DeploymentColor> some) {
        return IntStream.range(0, some.size()).mapToObj(i -> some.get(Math.floorMod(name.hashCode() + i, some.size())));
    }

    private static long uses(DeploymentColor color, Collection<DeploymentColor> taken) {
        return taken.stream().filter(color::equals).count();
    }

    private static String key(DeploymentId id) {
        return id.endpoint().folded() + "/" + id.deployment().folded();
    }
}

package dev.sluice.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes what may be written next into a file that is being edited: keys of the level that the caret is at, or the
 * values of a choice. Safe from any thread.
 */
public final class Completion {

    private static final Pattern TOP_LEVEL = Pattern.compile("(?m)^(?<key>[\\w$]+):[ \\t]*(?<value>.*)$");

    private Completion() {}

    /** What begins as the word before the caret comes first, then what contains it; keys of the level are left out. */
    public static List<Proposal> at(String text, int caret) {
        return CaretPlace.of(text, caret).stream()
                .flatMap(place -> schema(text).below(place.path()).stream()
                        .flatMap(level -> place.value() ? values(level, place, caret) : keys(level, place, caret)))
                .toList();
    }

    private static Stream<Proposal> keys(JsonSchema level, CaretPlace place, int caret) {
        return level.keys().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().isPrinted() && !place.siblings().contains(entry.getKey()))
                .filter(entry -> matches(entry.getKey(), place.word()))
                .map(entry -> new Proposal(
                        entry.getKey(),
                        entry.getValue().sentence(),
                        entry.getKey() + opening(entry.getValue(), place),
                        caret - place.word().length()))
                .sorted(startingWith(place.word()));
    }

    private static String opening(JsonSchema value, CaretPlace place) {
        return value.isNested() ? ":\n" + " ".repeat(place.indent() + 2) : ": ";
    }

    private static Stream<Proposal> values(JsonSchema level, CaretPlace place, int caret) {
        return level.values().stream()
                .filter(value -> matches(value, place.word()))
                .map(value -> new Proposal(
                        value, "", level.written(value), caret - place.word().length()))
                .sorted(startingWith(place.word()));
    }

    private static boolean matches(String word, String begun) {
        return word.toLowerCase(Locale.ROOT).contains(begun.toLowerCase(Locale.ROOT));
    }

    private static Comparator<Proposal> startingWith(String begun) {
        return Comparator.comparing(proposal -> !proposal.word().startsWith(begun));
    }

    private static JsonSchema schema(String text) {
        var keys = TOP_LEVEL
                .matcher(text)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (first, second) -> first));
        return JsonSchema.shipped(ManifestKind.likely(keys).schemaOf(isKubernetes(keys)));
    }

    private static boolean isKubernetes(Map<String, String> keys) {
        return keys.containsKey("compute")
                || Spelling.snakeCase(keys.getOrDefault("type", "").strip()).equals("kubernetes");
    }
}

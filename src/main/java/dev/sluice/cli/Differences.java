package dev.sluice.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a file changes of what is there, key by key: a key that the file has not is lost without a word else. Pure. */
final class Differences {

    private static final int LONGEST = 60;
    private static final String NOTHING = "(none)";

    private Differences() {}

    /** A line for each key whose value differs in the two texts, which are what {@code ManifestWriter} writes. */
    static List<String> between(String before, String after) {
        var old = flat(before);
        var changed = flat(after);
        return Stream.concat(old.keySet().stream(), changed.keySet().stream())
                .distinct()
                .sorted()
                .filter(key -> !Objects.equals(old.get(key), changed.get(key)))
                .map(key -> "  " + key + ": " + shown(old.get(key)) + " -> " + shown(changed.get(key)))
                .toList();
    }

    private static Map<String, String> flat(String yaml) {
        var flat = new TreeMap<String, String>();
        put("", new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), flat);
        return flat;
    }

    private static void put(String path, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> keys && !keys.isEmpty()) {
            keys.forEach((key, part) -> put(path.isEmpty() ? key.toString() : path + "." + key, part, flat));
        } else {
            flat.put(path, String.valueOf(value));
        }
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return NOTHING;
        }
        var line = value.strip().replaceAll("(?s)\\R.*", "...");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}

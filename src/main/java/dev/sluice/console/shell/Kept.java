package dev.sluice.console.shell;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.TreeMap;

/** Settings of several owners in one map: each owner's begin with a prefix of its own. Pure. */
final class Kept {

    private Kept() {}

    /** Those with the prefix, without it. */
    static Map<String, String> under(String prefix, Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(prefix))
                .collect(
                        toUnmodifiableMap(setting -> setting.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** The others, and these with the prefix. */
    static Map<String, String> and(String prefix, Map<String, String> these, Map<String, String> others) {
        var all = new TreeMap<>(others);
        these.forEach((name, value) -> all.put(prefix + name, value));
        return all;
    }
}

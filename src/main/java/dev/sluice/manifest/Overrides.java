package dev.sluice.manifest;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values that were given beside the file, as with {@code --name} or {@code --set request_settings.request_timeout_ms=},
 * by key path. They count as if they stood in the file, so a key that is given here need not be in it (reference 1.1).
 */
public record Overrides(SortedMap<String, String> values) {

    public static final Overrides NONE = new Overrides(new TreeMap<>());

    public Overrides {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Overrides of(Map<String, String> values) {
        return new Overrides(new TreeMap<>(values));
    }
}

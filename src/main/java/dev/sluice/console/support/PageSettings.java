package dev.sluice.console.support;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a page is looked at, kept over the end of the program: short texts by their names. What a page finds here may be
 * from another version of it. For the UI thread only.
 */
public final class PageSettings {

    private final Map<String, String> kept = new TreeMap<>();

    public Optional<String> get(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    public void put(String name, String value) {
        kept.put(name, value);
    }

    /** All of them. */
    public Map<String, String> all() {
        return Map.copyOf(kept);
    }
}

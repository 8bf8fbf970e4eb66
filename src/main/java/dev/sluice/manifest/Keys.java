package dev.sluice.manifest;

import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.Labels;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of one level of a file that is being written, in the order of writing. */
final class Keys {

    private final Map<String, Object> map = new LinkedHashMap<>();

    Map<String, Object> map() {
        return map;
    }

    void put(String key, Object value) {
        map.put(key, value);
    }

    void putUnlessEmpty(String key, String text) {
        if (!text.isEmpty()) {
            map.put(key, text);
        }
    }

    void putUnlessEmpty(String key, Map<String, ?> values) {
        if (!values.isEmpty()) {
            map.put(key, values);
        }
    }

    void putLabels(Labels labels) {
        putUnlessEmpty("description", labels.description());
        putUnlessEmpty("tags", labels.tags());
        putUnlessEmpty("properties", labels.properties());
    }

    /** Puts what has no use here back where it stood, unless what it described has become something else since. */
    void putCloud(CloudKeys cloud) {
        cloud.json().forEach((place, json) -> putAt(map, place, NodeJson.values(json)));
    }

    @SuppressWarnings("unchecked") // only maps of this writer's own are gone into
    private static void putAt(Map<String, Object> level, String place, Object value) {
        int dot = place.indexOf('.');
        if (dot < 0) {
            level.putIfAbsent(place, value);
        } else if (level.get(place.substring(0, dot)) instanceof Map<?, ?> below) {
            putAt((Map<String, Object>) below, place.substring(dot + 1), value);
        }
    }
}

package dev.sluice.control.http.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of a document. Its keys stay in the order in which they are said, so that the document is always the same. */
public final class Keys {

    private final Map<String, Object> all = new LinkedHashMap<>();

    private Keys() {}

    public static Keys of(String key, Object value) {
        return new Keys().and(key, value);
    }

    public Keys and(String key, Object value) {
        all.put(key, value);
        return this;
    }

    public Map<String, Object> all() {
        return new LinkedHashMap<>(all);
    }
}

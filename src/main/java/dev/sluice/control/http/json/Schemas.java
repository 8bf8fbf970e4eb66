package dev.sluice.control.http.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Collects the schemas that have a name of their own and are referred to by it. For one thread. */
public final class Schemas {

    private static final String PLACE = "#/components/schemas/";

    private final Map<String, Map<String, Object>> named = new TreeMap<>();
    private final Map<String, String> owners = new TreeMap<>();
    private final Set<Class<?>> unnamed;

    /** @param unnamed classes whose names are left out of the names of what they hold */
    public Schemas(Set<Class<?>> unnamed) {
        this.unnamed = Set.copyOf(unnamed);
    }

    /** All so far, in order of their names. */
    public Map<String, Object> all() {
        return new LinkedHashMap<>(named);
    }

    /** A reference to the schema of {@code type}, which is made if it is not there yet. */
    Map<String, Object> named(Class<?> type, Supplier<Map<String, Object>> schema) {
        return named(name(type), type.getName(), schema);
    }

    /** Likewise, of one of the records of a sealed interface when it says which it is. */
    Map<String, Object> variant(Class<?> sealed, Class<?> type, Supplier<Map<String, Object>> schema) {
        var name = type.getSimpleName() + "Of" + name(sealed);
        return named(name, type.getName() + " of " + sealed.getName(), schema);
    }

    private Map<String, Object> named(String name, String owner, Supplier<Map<String, Object>> schema) {
        var earlier = owners.putIfAbsent(name, owner);
        if (earlier == null) {
            named.put(name, schema.get());
        } else if (!earlier.equals(owner)) {
            throw new IllegalStateException("both " + earlier + " and " + owner + " would be called " + name);
        }
        return Keys.of("$ref", PLACE + name).all();
    }

    private String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        return (outer == null || unnamed.contains(outer) ? "" : name(outer)) + type.getSimpleName();
    }
}

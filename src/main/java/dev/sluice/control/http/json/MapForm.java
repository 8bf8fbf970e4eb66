package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Of maps, as objects.
 *
 * @param empty makes the map that is filled
 */
record MapForm<K, V, M extends Map<K, V>>(Scalar<K> key, Form<V> value, Supplier<M> empty) implements Form<M> {

    @Override
    public void write(M values, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var entry : ordered(values).entrySet()) {
            json.writeFieldName(key.text(entry.getKey()));
            value.write(entry.getValue(), json);
        }
        json.writeEndObject();
    }

    /** What is equal is written in the same words. */
    private Map<K, V> ordered(M values) {
        if (values instanceof SortedMap) {
            return values;
        }
        var ordered = new TreeMap<K, V>(Comparator.comparing(key::text));
        ordered.putAll(values);
        return ordered;
    }

    @Override
    public M read(Object json) {
        if (!(json instanceof Map<?, ?> entries)) {
            throw Misfit.unexpected(json, "an object");
        }
        var values = empty.get();
        entries.forEach((name, content) -> put(values, String.valueOf(name), content));
        return values;
    }

    /** Two names may be two spellings of one. */
    private void put(M values, String name, Object content) {
        try {
            if (values.put(key.parse(name), value.read(content)) != null) {
                throw Misfit.of(Problem.Code.BAD_VALUE, "", "it stands there twice", "leave one of the two out");
            }
        } catch (Misfit wrong) {
            throw wrong.underKey(name);
        }
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        var names = key.schema(schemas);
        var schema = Keys.of("type", "object").and("additionalProperties", value.schema(schemas));
        return names.equals(PlainForms.TEXT)
                ? schema.all()
                : schema.and("propertyNames", names).all();
    }
}

package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.util.Map;
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
        for (var entry : values.entrySet()) {
            json.writeFieldName(key.text(entry.getKey()));
            value.write(entry.getValue(), json);
        }
        json.writeEndObject();
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
        var schema = Schemas.of("type", "object", "additionalProperties", value.schema(schemas));
        if (!names.equals(Map.of("type", "string"))) {
            schema.put("propertyNames", names);
        }
        return schema;
    }
}

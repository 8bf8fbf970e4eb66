package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/**
 * Of a single word of which there is more to say than that it is a text or a number, said once in a document.
 *
 * @param name by which the type is known there
 */
record NamedForm<T>(Class<?> name, Scalar<T> form) implements Scalar<T> {

    @Override
    public void write(T value, JsonGenerator json) throws IOException {
        form.write(value, json);
    }

    @Override
    public T read(Object json) {
        return form.read(json);
    }

    @Override
    public String text(T value) {
        return form.text(value);
    }

    @Override
    public T parse(String text) {
        return form.parse(text);
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return schemas.named(name, () -> form.schema(schemas));
    }
}

package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/**
 * Of a value that is written as one of another type.
 *
 * @param name by which the type is known in a document
 */
record MappedForm<T, F>(Class<?> name, Form<F> form, Function<T, F> write, Function<F, T> read) implements Form<T> {

    @Override
    public void write(T value, JsonGenerator json) throws IOException {
        form.write(write.apply(value), json);
    }

    @Override
    public T read(Object json) {
        var inner = form.read(json);
        try {
            return read.apply(inner);
        } catch (IllegalArgumentException e) {
            throw Misfit.refused(e);
        }
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return schemas.named(name, () -> form.schema(schemas));
    }
}

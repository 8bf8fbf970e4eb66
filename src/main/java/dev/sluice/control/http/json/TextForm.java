package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;

/**
 * Of what is written as a text.
 *
 * @param what for people, such as "a time"
 * @param schema what there is to say of the text
 */
record TextForm<T>(String what, Map<String, Object> schema, Function<T, String> write, Function<String, T> read)
        implements Scalar<T> {

    @Override
    public void write(T value, JsonGenerator json) throws IOException {
        json.writeString(text(value));
    }

    @Override
    public T read(Object json) {
        if (json instanceof String text) {
            return parse(text);
        }
        throw Misfit.unexpected(json, what);
    }

    @Override
    public String text(T value) {
        return WellFormed.of(write.apply(value));
    }

    @Override
    public T parse(String text) {
        try {
            return read.apply(text);
        } catch (DateTimeException e) {
            throw Misfit.badValue("'" + WellFormed.abridged(text) + "' is not " + what, "write " + what);
        } catch (IllegalArgumentException e) {
            throw Misfit.refused(e);
        }
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return schema;
    }
}

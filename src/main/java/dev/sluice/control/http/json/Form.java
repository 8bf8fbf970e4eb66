package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/**
 * How the values of one type are written as JSON, read from it and described by a schema. Safe from any thread.
 *
 * @param <T> the type
 */
interface Form<T> {

    void write(T value, JsonGenerator json) throws IOException;

    /**
     * @param json a value as {@link Json} reads it
     * @throws Misfit if it is none of this type
     */
    T read(Object json);

    /** The JSON Schema of what {@link #write} writes; {@code schemas} takes in what has a name. */
    Map<String, Object> schema(Schemas schemas);
}

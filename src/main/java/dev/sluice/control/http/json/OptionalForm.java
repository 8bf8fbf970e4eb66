package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of what may be missing. Within a record it is then left out; by itself it is null. */
record OptionalForm<T>(Form<T> form) implements Form<Optional<T>> {

    @Override
    public void write(Optional<T> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            form.write(value.get(), json);
        } else {
            json.writeNull();
        }
    }

    @Override
    public Optional<T> read(Object json) {
        return json == Json.NULL ? Optional.empty() : Optional.of(form.read(json));
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Map.of("anyOf", List.of(form.schema(schemas), Map.of("type", "null")));
    }
}

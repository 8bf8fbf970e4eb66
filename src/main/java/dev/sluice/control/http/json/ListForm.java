package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Of lists, and of sets in their order.
 *
 * @param read makes the collection of the items
 */
record ListForm<T, C extends Collection<T>>(Form<T> item, Function<List<T>, C> read) implements Form<C> {

    @Override
    public void write(C values, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (var value : values) {
            item.write(value, json);
        }
        json.writeEndArray();
    }

    @Override
    public C read(Object json) {
        if (!(json instanceof List<?> items)) {
            throw Misfit.unexpected(json, "a list");
        }
        var values = new ArrayList<T>(items.size());
        for (int i = 0; i < items.size(); i++) {
            values.add(read(items.get(i), i));
        }
        return read.apply(values);
    }

    private T read(Object json, int index) {
        try {
            return item.read(json);
        } catch (Misfit wrong) {
            throw wrong.underItem(index);
        }
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Keys.of("type", "array").and("items", item.schema(schemas)).all();
    }
}

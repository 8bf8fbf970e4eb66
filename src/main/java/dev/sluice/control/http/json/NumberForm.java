package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Of whole numbers and of values that are one.
 *
 * @param format how many bits it has; empty where the range says enough
 */
record NumberForm<T>(long least, long most, String format, ToLongFunction<T> write, LongFunction<T> read)
        implements Scalar<T> {

    static NumberForm<Integer> ints() {
        return new NumberForm<>(
                Integer.MIN_VALUE, Integer.MAX_VALUE, "int32", Integer::longValue, number -> (int) number);
    }

    static NumberForm<Long> longs() {
        return new NumberForm<>(Long.MIN_VALUE, Long.MAX_VALUE, "int64", Long::longValue, number -> number);
    }

    @Override
    public void write(T value, JsonGenerator json) throws IOException {
        json.writeNumber(write.applyAsLong(value));
    }

    @Override
    public T read(Object json) {
        if (json instanceof Integer || json instanceof Long) {
            return value(((Number) json).longValue());
        }
        if (json instanceof Number) {
            throw misfit("'" + json + "'");
        }
        throw Misfit.unexpected(json, expected());
    }

    @Override
    public String text(T value) {
        return Long.toString(write.applyAsLong(value));
    }

    @Override
    public T parse(String text) {
        try {
            return value(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw misfit("'" + WellFormed.abridged(text) + "'");
        }
    }

    private T value(long number) {
        if (number < least || number > most) {
            throw misfit(Long.toString(number));
        }
        return read.apply(number);
    }

    private Misfit misfit(String found) {
        return Misfit.badValue(found + " is not " + expected(), "write " + expected());
    }

    private String expected() {
        return "a whole number from " + least + " to " + most;
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        var schema = Keys.of("type", "integer");
        return format.isEmpty()
                ? schema.and("minimum", least).and("maximum", most).all()
                : schema.and("format", format).all();
    }
}

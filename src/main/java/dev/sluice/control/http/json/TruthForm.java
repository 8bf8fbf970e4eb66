package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** Of {@code true} and {@code false}. */
record TruthForm() implements Scalar<Boolean> {

    private static final String TRUTH = "true or false";

    @Override
    public void write(Boolean value, JsonGenerator json) throws IOException {
        json.writeBoolean(value);
    }

    @Override
    public Boolean read(Object json) {
        if (json instanceof Boolean truth) {
            return truth;
        }
        throw Misfit.unexpected(json, TRUTH);
    }

    @Override
    public String text(Boolean value) {
        return value.toString();
    }

    @Override
    public Boolean parse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Misfit.badValue("'" + WellFormed.abridged(text) + "' is not " + TRUTH, "write " + TRUTH);
        };
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Map.of("type", "boolean");
    }
}

package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** Of numbers with decimals. */
record DecimalForm() implements Scalar<Double> {

    private static final String NUMBER = "a number";

    @Override
    public void write(Double value, JsonGenerator json) throws IOException {
        json.writeNumber(value);
    }

    @Override
    public Double read(Object json) {
        if (json instanceof Number number) {
            return finite(number.doubleValue(), json.toString());
        }
        throw Misfit.unexpected(json, NUMBER);
    }

    @Override
    public String text(Double value) {
        return value.toString();
    }

    @Override
    public Double parse(String text) {
        try {
            return finite(Double.parseDouble(text), text);
        } catch (NumberFormatException e) {
            throw misfit(text);
        }
    }

    private static double finite(double number, String text) {
        if (Double.isFinite(number)) {
            return number;
        }
        throw misfit(text);
    }

    private static Misfit misfit(String text) {
        return Misfit.badValue("'" + WellFormed.abridged(text) + "' is not " + NUMBER, "write " + NUMBER);
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Map.of("type", "number");
    }
}

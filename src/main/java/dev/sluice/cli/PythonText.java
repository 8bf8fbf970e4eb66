package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values as Python prints them, which is what the cloud's tables and {@code tsv} show. */
final class PythonText {

    private PythonText() {}

    /** {@code str(value)}. */
    static String of(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        } else if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        } else if (value.isFloatingPointNumber()) {
            return number(value.doubleValue());
        } else if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> literal(entry.getKey()) + ": " + inner(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(PythonText::inner)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isNull() ? "None" : value.asText();
    }

    private static String inner(JsonNode value) {
        return value.isTextual() ? literal(value.textValue()) : of(value);
    }

    private static String literal(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        var escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace(quote == '"' ? "\"" : "'", "\\" + quote);
        return quote + escaped + quote;
    }

    /** {@code repr} of a float: the shortest digits that mean it. */
    private static String number(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        var exact = new BigDecimal(number);
        var digits = exact;
        for (int precision = 1; precision <= 17; precision++) {
            digits = exact.round(new MathContext(precision));
            if (digits.doubleValue() == number) {
                break;
            }
        }
        digits = digits.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : plain(digits);
    }

    private static String plain(BigDecimal digits) {
        return digits.scale() <= 0 ? digits.toPlainString() + ".0" : digits.toPlainString();
    }

    private static String scientific(BigDecimal digits, int exponent) {
        var mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /** {@code json.dumps} of a text, which leaves all letters of all languages as they are. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}

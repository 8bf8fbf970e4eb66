package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * {@code -o tsv}: a line for each item, its values between tabs. What has parts of its own leaves its place empty, or
 * gives the number of its items.
 */
final class TsvOutput {

    private TsvOutput() {}

    static String of(JsonNode found) {
        return found.isArray()
                ? StreamSupport.stream(found.spliterator(), false)
                        .map(TsvOutput::line)
                        .collect(Collectors.joining())
                : line(found);
    }

    private static String line(JsonNode row) {
        return (row.isContainerNode() ? cells(row) : alone(row)) + "\n";
    }

    private static String cells(JsonNode row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(TsvOutput::cell)
                .collect(Collectors.joining("\t"));
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return String.valueOf(value.size());
        }
        return value.isObject() ? "" : PythonText.of(value);
    }

    /** Only here the cloud spells truth in small letters. */
    private static String alone(JsonNode value) {
        var text = PythonText.of(value);
        return value.isBoolean() ? text.toLowerCase(Locale.ROOT) : text;
    }
}

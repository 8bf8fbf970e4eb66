package dev.sluice.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * {@code -o table}: a row for each item, a column for each key that has a plain value in one of them. The cloud never
 * shows {@code id} and {@code type} in a table, and says nothing of what has parts of its own.
 */
final class TableOutput {

    private static final Set<String> NEVER = Set.of("id", "type", "etag");

    private static final String GAP = "  ";

    /** A column is at least so much wider than its head. */
    private static final int AIR = 2;

    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Map<String, Integer> widths = new LinkedHashMap<>();

    private TableOutput(List<Map<String, String>> rows) {
        rows.forEach(this::add);
    }

    static String of(JsonNode found) {
        var rows = new ArrayList<Map<String, String>>();
        if (found.isArray()) {
            found.forEach(item -> rows.add(row(item)));
        } else {
            rows.add(row(found));
        }
        return new TableOutput(rows).text();
    }

    private static Map<String, String> row(JsonNode item) {
        var row = new LinkedHashMap<String, String>();
        if (item.isObject()) {
            item.properties().stream()
                    .filter(entry -> !NEVER.contains(entry.getKey()))
                    .filter(entry -> !entry.getValue().isContainerNode())
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry -> row.put(head(entry.getKey()), cell(entry.getValue())));
        } else if (item.isArray()) {
            item.forEach(value -> row.put("Column" + (row.size() + 1), cell(value)));
        } else {
            row.put("Result", cell(item));
        }
        return row;
    }

    private static String cell(JsonNode value) {
        return value.isNull() ? "" : PythonText.of(value).strip();
    }

    private static String head(String key) {
        return key.isEmpty() ? key : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    private void add(Map<String, String> row) {
        row.forEach((head, cell) -> {
            int widest = cell.lines().mapToInt(TableOutput::length).max().orElse(0);
            widths.merge(head, Math.max(widest, length(head) + AIR), Math::max);
        });
        rows.add(row);
    }

    private String text() {
        if (widths.isEmpty()) {
            return "\n";
        }
        var text = new StringBuilder();
        text.append(line(head -> head));
        text.append(widths.values().stream().map("-"::repeat).collect(joining(GAP)));
        text.append('\n');
        rows.forEach(row -> append(text, row));
        return text.toString();
    }

    /** A cell of several lines makes its row as many lines high. */
    private void append(StringBuilder text, Map<String, String> row) {
        var cells = new HashMap<String, List<String>>();
        row.forEach((head, cell) -> cells.put(head, cell.lines().toList()));
        int height = cells.values().stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < Math.max(1, height); i++) {
            int at = i;
            text.append(line(head -> {
                var lines = cells.getOrDefault(head, List.of());
                return at < lines.size() ? lines.get(at) : "";
            }));
        }
    }

    private String line(UnaryOperator<String> cell) {
        var line = widths.entrySet().stream()
                .map(column -> padded(cell.apply(column.getKey()), column.getValue()))
                .collect(joining(GAP));
        return line.stripTrailing() + "\n";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - length(text));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/** {@code -o json}: keys in order, two spaces a level, letters as they are. */
final class JsonOutput {

    private static final String STEP = "  ";

    /** What marks the parts of the text. */
    private final Ink ink;

    private final StringBuilder text = new StringBuilder();

    private JsonOutput(Ink ink) {
        this.ink = ink;
    }

    static String plain(JsonNode node) {
        return new JsonOutput(Ink.PLAIN).written(node);
    }

    /** For a terminal. */
    static String coloured(JsonNode node) {
        return new JsonOutput(Ink.TERMINAL).written(node);
    }

    private String written(JsonNode node) {
        write(InOrder.of(node), "\n");
        return text.append('\n').toString();
    }

    private void write(JsonNode node, String line) {
        if (node.isObject()) {
            write("{", node.properties().iterator(), "}", line, (entry, inner) -> {
                text.append(ink.key(PythonText.quoted(entry.getKey()))).append(": ");
                write(entry.getValue(), inner);
            });
        } else if (node.isArray()) {
            write("[", node.iterator(), "]", line, this::write);
        } else {
            text.append(node.isTextual() ? ink.text(PythonText.quoted(node.textValue())) : ink.literal(literal(node)));
        }
    }

    /** @param line what begins a line of the level that this stands in */
    private <T> void write(String opening, Iterator<T> items, String closing, String line, Item<T> item) {
        text.append(opening);
        var inner = line + STEP;
        var before = inner;
        boolean any = items.hasNext();
        while (items.hasNext()) {
            text.append(before);
            item.write(items.next(), inner);
            before = "," + inner;
        }
        text.append(any ? line : "").append(closing);
    }

    private static String literal(JsonNode node) {
        return node.isFloatingPointNumber() ? PythonText.of(node) : node.asText();
    }

    @FunctionalInterface
    private interface Item<T> {
        void write(T item, String line);
    }
}

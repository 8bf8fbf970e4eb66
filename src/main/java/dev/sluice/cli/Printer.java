package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints what a command answers, as {@code --output} and {@code --query} ask for. */
final class Printer {

    /** The forms of {@code -o}. */
    enum Form {
        JSON,
        JSONC,
        YAML,
        YAMLC,
        TABLE,
        TSV,
        NONE
    }

    private Printer() {}

    /**
     * @param query a JMESPath expression; empty for all of it
     * @throws IllegalArgumentException if that is none: where and what is wrong
     */
    static void print(JsonNode answer, String query, Form form, PrintWriter out) {
        throw new UnsupportedOperationException("skeleton");
    }
}

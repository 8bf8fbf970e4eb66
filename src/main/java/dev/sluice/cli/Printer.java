package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints what a command answers, as {@code --output} and {@code --query} ask for, letter for letter like the cloud's. */
final class Printer {

    /** The forms of {@code -o}. */
    enum Form {
        JSON,
        /** In colours. */
        JSONC,
        YAML,
        /** In colours in the cloud; here as {@link #YAML}. */
        YAMLC,
        TABLE,
        TSV,
        NONE;

        /** What this becomes where no terminal shows colours. */
        Form inPipe() {
            return this == JSONC ? JSON : this;
        }
    }

    private Printer() {}

    /**
     * Nothing is printed of an answer that is empty, or of which the query finds nothing.
     *
     * @throws Query.Failed if the query asks of the answer what cannot be
     */
    static void print(JsonNode answer, Query query, Form form, PrintWriter out) {
        // In one order from here on, the only one that the cloud's forms know but for the order of a query's own keys.
        var found = query.of(InOrder.of(answer));
        if (!found.isNull() && !found.isMissingNode()) {
            out.write(text(found, form));
        }
    }

    private static String text(JsonNode found, Form form) {
        return switch (form) {
            case JSON -> JsonOutput.plain(found);
            case JSONC -> JsonOutput.coloured(found);
            case YAML, YAMLC -> YamlOutput.of(found);
            case TABLE -> TableOutput.of(found);
            case TSV -> TsvOutput.of(found);
            case NONE -> "";
        };
    }
}

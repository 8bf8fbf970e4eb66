package dev.sluice.control.http;

import dev.sluice.control.http.json.Keys;
import java.util.List;
import java.util.Map;

/** Who gives a command, and how, in the header fields of a request, as the document describes them. */
final class Manners {

    private Manners() {}

    static Map<String, Object> all() {
        return Keys.of(
                        "Face",
                        field(
                                "Sluice-Face",
                                "Which program it comes from, for the journal; cli if nothing is said.",
                                Keys.of("type", "string")
                                        .and("enum", List.of("cli", "console"))
                                        .all()))
                .and(
                        "Reason",
                        field(
                                "Sluice-Reason",
                                "Why, for the journal: UTF-8, percent-encoded.",
                                Map.of("type", "string")))
                .and(
                        "BeyondCapacity",
                        field(
                                "Sluice-Beyond-Capacity",
                                "Whether more may be asked of the computer than it has.",
                                Map.of("type", "boolean")))
                .and(
                        "InsteadOfWhatRuns",
                        field(
                                "Sluice-Instead-Of-What-Runs",
                                "Whether an operation that is under way may be ended for this one.",
                                Map.of("type", "boolean")))
                .all();
    }

    private static Map<String, Object> field(String name, String description, Map<String, Object> schema) {
        return Keys.of("name", name)
                .and("in", "header")
                .and("description", description)
                .and("required", false)
                .and("schema", schema)
                .all();
    }
}

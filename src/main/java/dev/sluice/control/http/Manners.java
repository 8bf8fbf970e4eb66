package dev.sluice.control.http;

import dev.sluice.control.http.Giver.Manner;
import dev.sluice.control.http.json.Keys;
import java.util.List;
import java.util.Map;

/** The header fields in which a {@link Giver} travels, as the document describes them. */
final class Manners {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> TRUTH = Map.of("type", "boolean");

    private Manners() {}

    /** By the names that they have in the document. */
    static Map<String, Object> all() {
        var faces = Keys.of("type", "string").and("enum", List.of("cli", "console"));
        var all = Keys.of(
                        named(Giver.FACE),
                        field(
                                Giver.FACE,
                                "Which face it comes from, for the journal; cli if none is said.",
                                faces.all()))
                .and(named(Giver.REASON), field(Giver.REASON, "Why, for the journal: UTF-8, percent-encoded.", TEXT));
        for (var manner : Manner.values()) {
            all.and(named(manner.field()), field(manner.field(), description(manner), TRUTH));
        }
        return all.all();
    }

    private static String description(Manner manner) {
        return switch (manner) {
            case BEYOND_CAPACITY -> "Whether more may be asked of the computer than it has.";
            case INSTEAD_OF_WHAT_RUNS -> "Whether an operation that is under way may be ended for this one.";
            case BESIDE_WHAT_RUNS ->
                "Whether this may go on beside an operation on another deployment of the endpoint.";
        };
    }

    private static String named(String field) {
        return field.replace("-", "");
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

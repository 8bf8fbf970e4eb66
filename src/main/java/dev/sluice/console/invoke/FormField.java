package dev.sluice.console.invoke;

import java.util.List;

/**
 * One member of the JSON object that a deployment takes, by its OpenAPI.
 *
 * @param choices all values that there are; empty if any may be given
 * @param example as JSON; empty if there is none
 */
record FormField(String name, Kind kind, boolean isRequired, String description, List<String> choices, String example) {

    /** How its value is written. */
    enum Kind {
        TEXT,
        NUMBER,
        WHOLE_NUMBER,
        YES_NO,
        /** An array, an object, or whatever is not described: as JSON. */
        JSON
    }

    FormField {
        choices = List.copyOf(choices);
    }
}

package dev.sluice.console.overview;

/**
 * One fact of a description.
 *
 * @param note what is to be known of it here, such as that it has no effect; empty if nothing
 */
record Attribute(String name, String value, String note) {

    Attribute(String name, String value) {
        this(name, value, "");
    }
}

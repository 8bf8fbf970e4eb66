package dev.sluice.cli;

import java.util.List;

/**
 * An option that a command takes.
 *
 * @param names as they are typed, the long one first
 * @param need whether the command can do without it
 */
record Flag(List<String> names, Takes takes, Need need, String description) {

    /** What comes after it. */
    sealed interface Takes {

        /** Nothing: being there is all it says. */
        record Nothing() implements Takes {}

        /** Nothing, or {@code true} or {@code false}. */
        record TrueOrFalse() implements Takes {}

        /** One text, which is called {@code label} in the help. */
        record Text(String label) implements Takes {}

        /** One of these words. */
        record OneOf(List<String> words) implements Takes {
            public OneOf {
                words = List.copyOf(words);
            }
        }

        /** Several texts, up to the next option. */
        record Texts(String label) implements Takes {}
    }

    enum Need {
        OPTIONAL,
        REQUIRED
    }

    Flag {
        names = List.copyOf(names);
    }

    static Flag text(String label, String description, String... names) {
        return new Flag(List.of(names), new Takes.Text(label), Need.OPTIONAL, description);
    }

    static Flag texts(String label, String description, String... names) {
        return new Flag(List.of(names), new Takes.Texts(label), Need.OPTIONAL, description);
    }

    static Flag oneOf(List<String> words, String description, String... names) {
        return new Flag(List.of(names), new Takes.OneOf(words), Need.OPTIONAL, description);
    }

    static Flag alone(String description, String... names) {
        return new Flag(List.of(names), new Takes.Nothing(), Need.OPTIONAL, description);
    }

    static Flag trueOrFalse(String description, String... names) {
        return new Flag(List.of(names), new Takes.TrueOrFalse(), Need.OPTIONAL, description);
    }

    Flag required() {
        return new Flag(names, takes, Need.REQUIRED, description);
    }

    /** The long name, by which what was given is asked for. */
    String name() {
        return names.get(0);
    }

    boolean isRequired() {
        return need == Need.REQUIRED;
    }

    /** As the cloud's client names an option in its messages. */
    @Override
    public String toString() {
        return String.join("/", names);
    }
}

package dev.sluice.domain;

import java.util.List;
import java.util.Locale;

/** The name clients address an endpoint by, unique in one runtime. Names that differ only in case are the same name; the spelling is kept. */
public record EndpointName(String text) implements Comparable<EndpointName> {

    public EndpointName {
        Names.checked("an endpoint", text);
    }

    /** Every rule of the cloud's that {@code text} breaks; none if it is a name. */
    public static List<Problem> problems(String text) {
        return Names.problems("an endpoint", "name", text);
    }

    /** The name in the one spelling that addresses and traffic maps use. */
    public String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EndpointName name && folded().equals(name.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public int compareTo(EndpointName other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.sluice.domain;

import java.util.List;
import java.util.Locale;

/** The name that tells one deployment of an endpoint from another, such as {@code blue}. Names that differ only in case are the same name; the spelling is kept. */
public record DeploymentName(String text) implements Comparable<DeploymentName> {

    public DeploymentName {
        Names.checked("a deployment", text);
    }

    /** Every rule of the cloud's that {@code text} breaks; none if it is a name. */
    public static List<Problem> problems(String text) {
        return Names.problems("a deployment", "name", text);
    }

    /** The name in the one spelling that addresses and traffic maps use. */
    public String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeploymentName name && folded().equals(name.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public int compareTo(DeploymentName other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public String toString() {
        return text;
    }
}

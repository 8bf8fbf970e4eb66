package dev.sluice.domain;

import java.util.Optional;

/** The part of the state that a change is about, as it was before it or is after it. Never holds a secret. */
public sealed interface Facet {

    /** Stands in a YAML where a value was that may be a secret. */
    String LEFT_OUT = "(left out)";

    /** There was nothing, or nothing is left. */
    record None() implements Facet {}

    /** An endpoint's split and mirror. */
    record Routed(Routing routing) implements Facet {}

    /** So many instances are wanted. */
    record Instances(int count) implements Facet {}

    /** An endpoint's or a deployment's YAML. */
    record Described(String yaml) implements Facet {}

    /** A new deployment's YAML; {@code thenAllTraffic} if all live traffic goes to it the moment it is ready. */
    record NewDeployment(String yaml, boolean thenAllTraffic) implements Facet {}

    /** Both at once: an endpoint's routing, and the YAML of what is changed or deleted together with it. */
    record Whole(Routing routing, String yaml) implements Facet {}

    /** Whatever has no form of its own, in a few words. */
    record Said(String words) implements Facet {}

    static Facet none() {
        return new None();
    }

    /** The routing, if that is what it is about. */
    default Optional<Routing> routed() {
        if (this instanceof Whole whole) {
            return Optional.of(whole.routing());
        }
        return this instanceof Routed routed ? Optional.of(routed.routing()) : Optional.empty();
    }

    /** The YAML, if it is about one. */
    default Optional<String> described() {
        if (this instanceof Described described) {
            return Optional.of(described.yaml());
        } else if (this instanceof NewDeployment created) {
            return Optional.of(created.yaml());
        }
        return this instanceof Whole whole ? Optional.of(whole.yaml()) : Optional.empty();
    }
}

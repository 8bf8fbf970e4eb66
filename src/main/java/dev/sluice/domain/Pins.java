package dev.sluice.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which registered model, environment and code a version of a deployment runs, at most one of each. */
public record Pins(SortedSet<AssetId> ids) {

    public static final Pins NONE = new Pins(new TreeSet<>());

    public Pins {
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        if (ids.stream().map(AssetId::kind).distinct().count() != ids.size()) {
            throw new IllegalArgumentException(
                    "a deployment runs one model and one code in one environment, not " + ids);
        }
    }

    public static Pins of(Collection<AssetId> ids) {
        return new Pins(new TreeSet<>(ids));
    }

    /** These, and of a kind of which there is none here the other ones. */
    public Pins or(Pins others) {
        var both = new TreeSet<>(ids);
        others.ids.stream().filter(other -> of(other.kind()).isEmpty()).forEach(both::add);
        return new Pins(both);
    }

    public Optional<AssetId> of(AssetKind kind) {
        return ids.stream().filter(id -> id.kind() == kind).findFirst();
    }
}

package dev.sluice.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which registered model and environment a version of a deployment runs, at most one of each. */
public record Pins(SortedSet<AssetId> ids) {

    public static final Pins NONE = new Pins(new TreeSet<>());

    public Pins {
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        if (ids.stream().map(AssetId::kind).distinct().count() != ids.size()) {
            throw new IllegalArgumentException("a deployment runs one model in one environment, not " + ids);
        }
    }

    public static Pins of(Collection<AssetId> ids) {
        return new Pins(new TreeSet<>(ids));
    }

    public Optional<AssetId> of(AssetKind kind) {
        return ids.stream().filter(id -> id.kind() == kind).findFirst();
    }
}

package dev.sluice.assets;

import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Substitution;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is registered, and what stands in for assets of the cloud. A value: each change makes a new one. */
public record Catalog(SortedMap<AssetId, Asset> assets, List<Substitution> substitutions) {

    public static final Catalog EMPTY = new Catalog(new TreeMap<>(), List.of());

    public Catalog {
        assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
        substitutions = List.copyOf(substitutions);
    }

    public static Catalog of(Collection<Asset> assets, List<Substitution> substitutions) {
        var all = new TreeMap<AssetId, Asset>();
        assets.forEach(asset -> all.put(asset.id(), asset));
        return new Catalog(all, substitutions);
    }

    public Optional<Asset> asset(AssetId id) {
        return Optional.ofNullable(assets.get(id));
    }

    public Stream<Asset> of(AssetKind kind) {
        return assets.values().stream().filter(asset -> asset.id().kind() == kind);
    }

    /** Every version, in order of their numbers. */
    public Stream<Asset> versions(AssetKind kind, String name) {
        return of(kind).filter(asset -> asset.id().name().equals(name));
    }

    /** The version that was registered last, among those that are not archived (reference 1.4). */
    public Optional<Asset> newest(AssetKind kind, String name) {
        return versions(kind, name)
                .filter(asset -> !asset.archived())
                .max(Comparator.comparing(Asset::created).thenComparing(Asset::id));
    }

    /** Whether the files of any asset are kept by this name. */
    public boolean needs(AssetKind kind, String folder) {
        return of(kind).anyMatch(asset -> asset.content().folder().equals(folder));
    }

    /** With this asset added, or put in the place of the one of its name and version. */
    public Catalog with(Asset asset) {
        var changed = new TreeMap<>(assets);
        changed.put(asset.id(), asset);
        return new Catalog(changed, substitutions);
    }

    public Catalog without(AssetId id) {
        var changed = new TreeMap<>(assets);
        changed.remove(id);
        return new Catalog(changed, substitutions);
    }

    public Catalog with(List<Substitution> changed) {
        return new Catalog(assets, changed);
    }
}

package dev.sluice.control;

import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Substitution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is registered, at one moment: in order of kinds, names and versions.
 *
 * @param substitutions what stands in for assets of the cloud, in the order in which they are tried
 */
public record Inventory(List<Held> assets, List<Substitution> substitutions) {

    public static final Inventory EMPTY = new Inventory(List.of(), List.of());

    public Inventory {
        assets = List.copyOf(assets);
        substitutions = List.copyOf(substitutions);
    }

    /** @param usedBy the deployments that run it, or are to */
    public record Held(Asset asset, List<DeploymentId> usedBy) {
        public Held {
            usedBy = List.copyOf(usedBy);
        }
    }

    public Stream<Held> of(AssetKind kind) {
        return assets.stream().filter(held -> held.asset().id().kind() == kind);
    }

    public Optional<Held> asset(AssetId id) {
        return assets.stream().filter(held -> held.asset().id().equals(id)).findFirst();
    }
}

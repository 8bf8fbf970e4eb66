package dev.sluice.control;

import dev.sluice.assets.AssetException;
import dev.sluice.assets.Draft;
import dev.sluice.assets.Furnishing;
import dev.sluice.assets.Intake;
import dev.sluice.assets.Library;
import dev.sluice.assets.Parts;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.Pins;
import dev.sluice.engine.EngineException;
import dev.sluice.reconcile.Materials;
import dev.sluice.reconcile.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * What versions of deployments are made of comes from the registry: what they define inline is registered first, as the
 * cloud's client does (reference 8 E3), unless it is kept from the version before. For the runtime's thread only; copies are made on another.
 */
final class Supplies implements Materials {

    private final Registry registry;
    private final Intake intake;
    private final Furnishing furnishing;
    private final Workspace workspace;
    private final Executor loop;
    private final Executor blocking;

    Supplies(Registry registry, Library library, Workspace workspace, Executor loop, Executor blocking) {
        this.registry = registry;
        this.intake = new Intake(library);
        this.furnishing = new Furnishing(library);
        this.workspace = workspace;
        this.loop = loop;
        this.blocking = blocking;
    }

    @Override
    public CompletionStage<DeploymentSpec> of(DesiredDeployment version, Optional<DesiredDeployment> basis) {
        var made = basis.map(this::made);
        var spec = made.map(it -> it.withCode(version.spec())).orElse(version.spec());
        long generation = version.generation();
        var known = registry.pinsOf(generation);
        if (known.isPresent()) {
            return furnish(spec, known.get());
        }
        if (workspace.holds(spec.id(), generation)) {
            // An older Sluice has unpacked it, when there was no registry.
            return CompletableFuture.completedFuture(spec);
        }
        var kept = made.map(it -> it.pinsFor(spec)).orElse(Pins.NONE);
        var parts = Parts.of(spec).stream()
                .filter(part -> kept.of(part.kind()).isEmpty())
                .toList();
        // Written on the one thread, and read on the other when that is done.
        var drafts = new ArrayList<Draft>();
        return CompletableFuture.runAsync(() -> take(parts, drafts), blocking)
                .thenApplyAsync(taken -> pin(spec, generation, kept, drafts), loop)
                .whenCompleteAsync((pins, failure) -> registry.giveBack(drafts), loop)
                .thenComposeAsync(pins -> furnish(spec, pins), loop);
    }

    /** A version that an older Sluice has unpacked has no pins: what it was made of is taken in anew. */
    private Basis made(DesiredDeployment basis) {
        long generation = basis.generation();
        return new Basis(
                basis.spec(),
                registry.pinsOf(generation).orElse(Pins.NONE),
                workspace.code(basis.spec().id(), generation));
    }

    private void take(List<AssetDefinition> parts, List<Draft> drafts) {
        try {
            parts.forEach(part -> drafts.add(intake.take(part)));
        } catch (AssetException e) {
            throw new EngineException(e.problem(), e);
        }
    }

    private Pins pin(DeploymentSpec spec, long generation, Pins kept, List<Draft> drafts) {
        try {
            var settlement = registry.settle(spec);
            settlement.problems().stream().findFirst().ifPresent(problem -> {
                throw new EngineException(problem);
            });
            return registry.pin(generation, kept.or(settlement.pins()), drafts);
        } catch (AssetException e) {
            throw new EngineException(e.problem(), e);
        }
    }

    private CompletionStage<DeploymentSpec> furnish(DeploymentSpec spec, Pins pins) {
        var assets = registry.pinned(pins);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return furnishing.furnished(spec, assets);
                    } catch (AssetException e) {
                        throw new EngineException(e.problem(), e);
                    }
                },
                blocking);
    }
}

package dev.sluice.control;

import static java.util.stream.Collectors.joining;

import dev.sluice.assets.AssetException;
import dev.sluice.assets.Draft;
import dev.sluice.assets.Intake;
import dev.sluice.assets.Library;
import dev.sluice.assets.Registration;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Substitution;
import dev.sluice.store.AssetBook;
import dev.sluice.store.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where commands about the registry are checked, stored and set to work. For the runtime's thread only. */
final class AssetDesk {

    private final Registry registry;
    private final AssetBook book;
    private final Library library;
    private final Intake intake;
    private final Diary diary;
    private final Clock clock;
    private final Executor loop;
    private final Executor blocking;

    AssetDesk(
            Registry registry,
            AssetBook book,
            Library library,
            Diary diary,
            Clock clock,
            Executor loop,
            Executor blocking) {
        this.registry = registry;
        this.book = book;
        this.library = library;
        this.intake = new Intake(library);
        this.diary = diary;
        this.clock = clock;
        this.loop = loop;
        this.blocking = blocking;
    }

    /** Copies the asset's files on another thread, and then registers it. */
    CompletionStage<Outcome> create(Actor by, AssetDefinition definition) {
        if (definition.kind() == AssetKind.CODE) {
            return CompletableFuture.completedFuture(refuse(by, Deeds.createAsset(definition), List.of(notByHand())));
        }
        return CompletableFuture.supplyAsync(() -> intake.take(definition), blocking)
                .thenApplyAsync(draft -> register(by, draft), loop)
                .exceptionallyAsync(failure -> notTaken(by, definition, failure), loop);
    }

    private static Problem notByHand() {
        return Problem.of(
                Problem.Code.NOT_SUPPORTED,
                "kind",
                "code is registered with the deployment that is made of it, and not by itself",
                "name its folder as code_configuration.code of a deployment");
    }

    private Outcome notTaken(Actor by, AssetDefinition definition, Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof AssetException wrong) {
            return refuse(by, Deeds.createAsset(definition), List.of(wrong.problem()));
        }
        throw new CompletionException(cause);
    }

    private Outcome register(Actor by, Draft draft) {
        try {
            var asset = relabelled(Registration.of(registry.catalog(), draft, clock.instant()), draft);
            return apply(
                    new Change(
                            asset.id(),
                            () -> book.put(asset, Diary.applied(by, Deeds.createAsset(asset.definition()))),
                            () -> registry.now(registry.catalog().with(asset))),
                    by,
                    Deeds.createAsset(asset.definition()));
        } finally {
            draft.kept().forEach(library::release);
        }
    }

    /** The labels of what is registered already may be said anew; no instance is concerned. */
    private static Asset relabelled(Asset asset, Draft draft) {
        return draft.definition().labels().equals(Labels.NONE)
                ? asset
                : asset.defined(
                        draft.definition().called(asset.id().name(), asset.id().version()));
    }

    /** Stands in the journal as its creation does, which may say labels anew as well. */
    Outcome relabel(Actor by, AssetId id, Labels labels) {
        var deed = registry.catalog()
                .asset(id)
                .map(asset -> Deeds.createAsset(asset.definition().labelled(labels)))
                .orElseGet(() -> Deeds.asset(Deed.Kind.CREATE_ASSET, id));
        return change(by, deed, id, asset -> asset.defined(asset.definition().labelled(labels)));
    }

    Outcome archive(Actor by, AssetId id) {
        return change(by, Deeds.asset(Deed.Kind.ARCHIVE_ASSET, id), id, asset -> asset.withArchived(true));
    }

    Outcome restore(Actor by, AssetId id) {
        return change(by, Deeds.asset(Deed.Kind.RESTORE_ASSET, id), id, asset -> asset.withArchived(false));
    }

    private Outcome change(Actor by, Deed deed, AssetId id, Function<Asset, Asset> to) {
        return registry.catalog()
                .asset(id)
                .map(to)
                .map(changed -> apply(
                        new Change(
                                id,
                                () -> book.put(changed, Diary.applied(by, deed)),
                                () -> registry.now(registry.catalog().with(changed))),
                        by,
                        deed))
                .orElseGet(() -> refuse(by, deed, List.of(unknown(id))));
    }

    /** Refused while a deployment runs it, or is to. */
    Outcome delete(Actor by, AssetId id, DesiredState desired) {
        var deed = Deeds.asset(Deed.Kind.DELETE_ASSET, id);
        var users = registry.uses(desired).of(id);
        if (!users.isEmpty()) {
            return refuse(by, deed, List.of(inUse(id, users)));
        }
        return registry.catalog()
                .asset(id)
                .map(asset -> apply(
                        new Change(id, () -> book.remove(id, Diary.applied(by, deed)), () -> {
                            registry.now(registry.catalog().without(id));
                            registry.discard(asset);
                        }),
                        by,
                        deed))
                .orElseGet(() -> refuse(by, deed, List.of(unknown(id))));
    }

    /** They take effect when a deployment is created or updated from now on; what runs is not concerned. */
    Outcome substitute(Actor by, List<Substitution> substitutions, long revision) {
        var deed = Deeds.substitute(registry.catalog().substitutions(), substitutions);
        return attempt(by, deed, () -> {
            diary.tell(book.substitute(substitutions, Diary.applied(by, deed)));
            registry.now(registry.catalog().with(substitutions));
            return new Outcome.Applied(revision);
        });
    }

    /** What is written down, and what holds from then on. */
    private record Change(AssetId id, Supplier<Activity> stored, Runnable done) {}

    private Outcome apply(Change change, Actor by, Deed deed) {
        return attempt(by, deed, () -> {
            diary.tell(change.stored().get());
            change.done().run();
            return new Outcome.Registered(change.id());
        });
    }

    private Outcome attempt(Actor by, Deed deed, Supplier<Outcome> command) {
        try {
            return command.get();
        } catch (StoreException e) {
            return refuse(by, deed, List.of(Ledger.notStored(e)));
        }
    }

    private Outcome refuse(Actor by, Deed deed, List<Problem> problems) {
        diary.refused(by, deed, problems);
        return new Outcome.Refused(problems);
    }

    private static Problem unknown(AssetId id) {
        return Problem.of(
                Problem.Code.NOT_FOUND,
                id.kind().word(),
                "there is no " + id,
                "look at the list of what is registered");
    }

    private static Problem inUse(AssetId id, List<DeploymentId> users) {
        return Problem.of(
                Problem.Code.BUSY,
                id.kind().word(),
                id + " is used by " + users.stream().map(DeploymentId::toString).collect(joining(", ")),
                "archive it to hide it, or delete those deployments first");
    }
}

package dev.sluice.control;

import static java.util.stream.Collectors.joining;

import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Substitution;
import dev.sluice.store.AssetBook;
import dev.sluice.store.StoreException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where commands about what is registered are checked, stored and set to work. For the runtime's thread only. */
final class AssetDesk {

    private final Registry registry;
    private final AssetBook book;
    private final Diary diary;

    AssetDesk(Registry registry, AssetBook book, Diary diary) {
        this.registry = registry;
        this.book = book;
        this.diary = diary;
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

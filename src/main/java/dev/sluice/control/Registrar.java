package dev.sluice.control;

import dev.sluice.assets.AssetException;
import dev.sluice.assets.Draft;
import dev.sluice.assets.Intake;
import dev.sluice.assets.Registration;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Problem;
import dev.sluice.store.AssetBook;
import dev.sluice.store.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers models and environments by themselves, which takes as long as their copies do. For the runtime's thread only. */
final class Registrar {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

    private static final Problem CANCELLED = cancelled("");
    private static final Problem CANCELLED_AND_GONE = cancelled(", and nothing of it stays");

    private final Registry registry;
    private final AssetBook book;
    private final Intake intake;
    private final Takings takings;
    private final Diary diary;
    private final Clock clock;
    private final Executor loop;
    private final Executor blocking;
    private final Runnable changed;

    /** @param changed shows the picture when it is another one, and nobody's command does so */
    Registrar(Registry registry, Takings takings, Diary diary, RuntimeParts parts, Runnable changed) {
        this.registry = registry;
        this.takings = takings;
        this.diary = diary;
        book = parts.store().assets();
        intake = new Intake(parts.library());
        clock = parts.clock();
        loop = parts.loop();
        blocking = parts.blocking();
        this.changed = changed;
    }

    /** Copies the asset's files on another thread, and then registers it; until then it can be cancelled. */
    CompletionStage<Outcome> create(Actor by, AssetDefinition definition) {
        if (definition.kind() == AssetKind.CODE) {
            return CompletableFuture.completedFuture(refuse(by, Deeds.createAsset(definition), List.of(notByHand())));
        }
        var taking = takings.begin(definition);
        CompletableFuture.supplyAsync(() -> intake.take(definition, taking), blocking)
                .thenComposeAsync(draft -> settle(by, taking, draft), loop)
                .exceptionallyAsync(failure -> notTaken(by, taking, failure), loop)
                .whenComplete((outcome, failure) -> {
                    if (failure == null) {
                        taking.end(outcome);
                    } else {
                        taking.fail(causeOf(failure));
                    }
                });
        return taking.outcome();
    }

    /**
     * Stops a registration that runs; answered once nothing of it is left, or cannot be removed, which its own answer and
     * the journal tell. Empty if there is none of that id.
     */
    Optional<CompletionStage<Outcome>> cancel(Actor by, long id, long revision) {
        return takings.find(id).filter(Taking::isRunning).<CompletionStage<Outcome>>map(taking -> {
            if (taking.isWanted()) {
                taking.unwant();
                diary.refused(by, Deeds.createAsset(taking.definition()), List.of(CANCELLED));
            }
            if (taking.isWaiting()) {
                taking.end(new Outcome.Refused(List.of(CANCELLED_AND_GONE)));
            }
            return taking.outcome().<Outcome>thenApply(ended -> new Outcome.Applied(revision));
        });
    }

    /** Begins a registration that has failed once more, as another one. Empty if there is none of that id that can be. */
    Optional<Outcome> retry(Actor by, long id, long revision) {
        return takings.retryable(id).map(definition -> {
            create(by, definition).whenCompleteAsync((outcome, failure) -> ended(definition, failure), loop);
            return new Outcome.Applied(revision);
        });
    }

    /** Nobody waits for an answer, so that nobody else shows its end. */
    private void ended(AssetDefinition definition, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("{} could not be registered", definition, failure);
        }
        changed.run();
    }

    List<Job.Line> log(long id) {
        return takings.log(id);
    }

    private static Problem cancelled(String whatElse) {
        return Problem.of(
                Problem.Code.CANCELLED,
                "",
                "it was cancelled before it was registered" + whatElse,
                "register it again if it is wanted after all");
    }

    private static Problem notByHand() {
        return Problem.of(
                Problem.Code.NOT_SUPPORTED,
                "kind",
                "code is registered with the deployment that is made of it, and not by itself",
                "name its folder as code_configuration.code of a deployment");
    }

    private Outcome notTaken(Actor by, Taking taking, Throwable failure) {
        var cause = causeOf(failure);
        if (cause instanceof CancellationException) {
            return new Outcome.Refused(List.of(CANCELLED_AND_GONE));
        } else if (!taking.isWanted()) {
            LOG.warn("{} was cancelled, and something of it may be left", taking.definition(), cause);
            return notRemoved(by, taking, "what was copied for it may not be removed", cause);
        }
        if (cause instanceof AssetException wrong) {
            return refuse(by, Deeds.createAsset(taking.definition()), List.of(wrong.problem()));
        }
        throw new CompletionException(cause);
    }

    /** Who cancelled it is answered already, or is about to be: the journal tells it too. */
    private Outcome notRemoved(Actor by, Taking taking, String what, Throwable why) {
        var left = Problem.of(
                Problem.Code.INTERNAL,
                "",
                what + ": " + Reason.of(why),
                "see that Sluice's state folder can be written to; the next start of the runtime tries again");
        return refuse(by, Deeds.createAsset(taking.definition()), List.of(CANCELLED, left));
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** How it ends is decided in this turn: from here on nobody can cancel it any more. */
    private CompletionStage<Outcome> settle(Actor by, Taking taking, Draft draft) {
        if (!taking.isWanted()) {
            return registry.giveBack(List.of(draft))
                    .<Outcome>thenApply(gone -> new Outcome.Refused(List.of(CANCELLED_AND_GONE)))
                    .exceptionallyAsync(
                            failure -> notRemoved(by, taking, "what was copied for it could not be removed", failure),
                            loop);
        }
        try {
            var outcome = register(by, taking, draft);
            taking.end(outcome);
            return CompletableFuture.completedFuture(outcome);
        } finally {
            registry.giveBack(List.of(draft));
        }
    }

    private Outcome register(Actor by, Taking taking, Draft draft) {
        try {
            var asset = relabelled(Registration.of(registry.catalog(), draft, clock.instant()), draft);
            return store(asset, by, Deeds.createAsset(asset.definition()));
        } catch (AssetException e) {
            return refuse(by, Deeds.createAsset(taking.definition()), List.of(e.problem()));
        }
    }

    private Outcome store(Asset asset, Actor by, Deed deed) {
        try {
            diary.tell(book.put(asset, Diary.applied(by, deed)));
            registry.now(registry.catalog().with(asset));
            return new Outcome.Registered(asset.id());
        } catch (StoreException e) {
            return refuse(by, deed, List.of(Ledger.notStored(e)));
        }
    }

    /** The labels of what is registered already may be said anew; no instance is concerned. */
    private static Asset relabelled(Asset asset, Draft draft) {
        return draft.definition().labels().equals(Labels.NONE)
                ? asset
                : asset.defined(
                        draft.definition().called(asset.id().name(), asset.id().version()));
    }

    private Outcome refuse(Actor by, Deed deed, List<Problem> problems) {
        diary.refused(by, deed, problems);
        return new Outcome.Refused(problems);
    }
}

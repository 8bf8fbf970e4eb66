package dev.sluice.console.support;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.sluice.control.Registering;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The registrations that this window has begun, and which of them it has cancelled itself: their end is told to whoever
 * began them, unless the same person has just been told so by the cancelling. For the UI thread only.
 */
public final class OwnRegistrations {

    private static final CompletionStage<Boolean> NOT_CANCELLED = CompletableFuture.completedFuture(false);

    /** One of them, from its beginning to its end. */
    public static final class Own {

        private final AssetKind kind;
        private final String name;
        private OptionalLong id = OptionalLong.empty();
        private CompletionStage<Boolean> cancelledHere = NOT_CANCELLED;

        private Own(AssetKind kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        private boolean isFirstSeenAs(Registering registering) {
            return id.isEmpty()
                    && registering.kind() == kind
                    && registering.name().equals(name);
        }

        private boolean is(long registering) {
            return id.isPresent() && id.getAsLong() == registering;
        }
    }

    private final List<Own> oldestFirst = new ArrayList<>();
    private Set<Long> present = Set.of();

    /** @param name with the version, if there is one */
    public Own begun(AssetKind kind, String name) {
        var own = new Own(kind, name);
        oldestFirst.add(own);
        return own;
    }

    /**
     * The runtime gives a registration its id, and a picture is the first to tell it: what is new in it is the oldest of that
     * name that had none.
     */
    public void shown(List<Registering> registrations) {
        registrations.stream()
                .filter(registering -> !present.contains(registering.id()))
                .sorted(Comparator.comparingLong(Registering::id))
                .forEach(this::seen);
        present = registrations.stream().map(Registering::id).collect(toUnmodifiableSet());
    }

    private void seen(Registering registering) {
        oldestFirst.stream()
                .filter(own -> own.isFirstSeenAs(registering))
                .findFirst()
                .ifPresent(own -> own.id = OptionalLong.of(registering.id()));
    }

    /** Means nothing for what another window has begun. */
    public void cancelling(long id, CompletionStage<Outcome> cancel) {
        oldestFirst.stream()
                .filter(own -> own.is(id))
                .forEach(own -> own.cancelledHere = own.cancelledHere.thenCombine(
                        cancel.handle((outcome, failure) -> outcome instanceof Outcome.Applied), Boolean::logicalOr));
    }

    /** Whether it was cancelled here, once that is known: either answer may come first. Nobody asks for it again. */
    public CompletionStage<Boolean> ended(Own own) {
        oldestFirst.remove(own);
        return own.cancelledHere;
    }
}

package dev.sluice.console.shell;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Reason;
import dev.sluice.control.RolloutControl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the runtime still answers: a window that shows old numbers as if they were new misleads. For the UI thread only. */
final class HealthViewModel {

    /** How the runtime is doing. */
    enum Health {
        ANSWERS,

        /** It may only be busy; it is asked on. */
        SILENT,

        /** It has gone: for good if it was this window's own, else until another takes its place. */
        ENDED
    }

    private static final Logger LOG = LoggerFactory.getLogger(HealthViewModel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RolloutControl control;
    private final Clock clock;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(Health.ANSWERS);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tieText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper replaceable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private Optional<Instant> asked = Optional.empty();
    private Optional<String> notStarted = Optional.empty();
    private Instant lastWord;
    private Tie tie = new Tie.Companion();

    HealthViewModel(RolloutControl control, Clock clock, Executor ui) {
        this.control = control;
        this.clock = clock;
        this.ui = ui;
        this.lastWord = clock.instant();
    }

    ReadOnlyObjectProperty<Health> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** What is amiss and what to do about it; empty while it answers. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Whose the runtime is. */
    void boundTo(Tie bound) {
        tie = bound;
        replaceable.set(tie instanceof Tie.Guest);
        nameTie();
    }

    /** Where the runtime is, in words; empty for one in this process. */
    ReadOnlyStringProperty tieProperty() {
        return tieText.getReadOnlyProperty();
    }

    /** Whether another runtime can be started in the place of one that has gone. */
    ReadOnlyBooleanProperty replaceableProperty() {
        return replaceable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty startingProperty() {
        return starting.getReadOnlyProperty();
    }

    /** Starts another runtime in the place of one that has gone. */
    void startAnother() {
        if (tie instanceof Tie.Guest guest && !starting.get()) {
            starting.set(true);
            notStarted = Optional.empty();
            judge();
            guest.another().get().whenCompleteAsync((up, failure) -> started(failure), ui);
        }
    }

    private void started(@Nullable Throwable failure) {
        starting.set(false);
        if (failure == null) {
            check();
        } else {
            LOG.warn("no runtime could be started", failure);
            notStarted = Optional.of(Messages.of("tie.away.failed", Reason.of(failure)));
            judge();
        }
    }

    /** To be called every few seconds. One question waits at most, however long the runtime is silent. */
    void check() {
        if (asked.isEmpty()) {
            asked = Optional.of(clock.instant());
            control.ping().whenCompleteAsync((there, failure) -> answered(failure), ui);
        }
        judge();
    }

    private void answered(@Nullable Throwable failure) {
        asked = Optional.empty();
        if (failure == null) {
            lastWord = clock.instant();
            notStarted = Optional.empty();
            health.set(Health.ANSWERS);
            nameTie();
            judge();
        } else if (health.get() != Health.ENDED) {
            LOG.warn("the runtime has ended under the window", failure);
            health.set(Health.ENDED);
            judge();
        }
    }

    private void nameTie() {
        tieText.set(tie instanceof Tie.Guest guest ? Messages.of("tie.guest", number(guest)) : "");
    }

    /** As digits alone: a process number has no thousands. */
    private static String number(Tie.Guest guest) {
        return Long.toString(guest.pid().getAsLong());
    }

    private void judge() {
        if (health.get() == Health.ENDED) {
            sentence.set(gone());
        } else if (isOverdue()) {
            sentence.set(Messages.of("health.silent", silence()));
            health.set(Health.SILENT);
        } else {
            sentence.set("");
            health.set(Health.ANSWERS);
        }
    }

    private String gone() {
        if (starting.get()) {
            return Messages.of("tie.away.starting", silence());
        }
        return notStarted.orElseGet(() -> tie instanceof Tie.Guest guest
                ? Messages.of("tie.away", silence(), number(guest))
                : Messages.of("health.ended", silence()));
    }

    private boolean isOverdue() {
        return asked.filter(since -> Duration.between(since, clock.instant()).compareTo(PATIENCE) > 0)
                .isPresent();
    }

    private String silence() {
        return Elapsed.text(Duration.between(lastWord, clock.instant()));
    }
}

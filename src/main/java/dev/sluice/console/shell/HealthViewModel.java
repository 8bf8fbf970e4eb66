package dev.sluice.console.shell;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Messages;
import dev.sluice.control.RolloutControl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
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

        /** It will not come back in this window. */
        ENDED
    }

    private static final Logger LOG = LoggerFactory.getLogger(HealthViewModel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RolloutControl control;
    private final Clock clock;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(Health.ANSWERS);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private Optional<Instant> asked = Optional.empty();
    private Instant lastWord;

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
            judge();
        } else if (health.get() != Health.ENDED) {
            LOG.warn("the runtime has ended under the window", failure);
            sentence.set(Messages.of("health.ended", silence()));
            health.set(Health.ENDED);
        }
    }

    private void judge() {
        if (health.get() == Health.ENDED) {
            sentence.set(Messages.of("health.ended", silence()));
        } else if (isOverdue()) {
            sentence.set(Messages.of("health.silent", silence()));
            health.set(Health.SILENT);
        } else {
            sentence.set("");
            health.set(Health.ANSWERS);
        }
    }

    private boolean isOverdue() {
        return asked.filter(since -> Duration.between(since, clock.instant()).compareTo(PATIENCE) > 0)
                .isPresent();
    }

    private String silence() {
        return Elapsed.text(Duration.between(lastWord, clock.instant()));
    }
}

package dev.sluice.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Problem;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeEngine.Call;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** The engine is asked for its instances every few seconds, also while it is gone for hours. */
class SightingsTest {

    private static final Problem GONE =
            Problem.of(Problem.Code.ENGINE_UNAVAILABLE, "", "Docker does not answer", "start it");

    private final FakeEngine engine = new FakeEngine();
    private final Notes notes = new Notes();
    private final Sightings sightings = new Sightings(
            engine, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Runnable::run, () -> {}, new Hearing(notes));

    @Test
    void that_the_engine_has_gone_is_said_once_and_the_trace_only_to_who_looks_for_it() {
        engine.refuse(Call.LIST, GONE);

        sightings.refresh();
        sightings.refresh();
        sightings.refresh();

        assertThat(notes.told)
                .containsExactly(
                        "WARN the engine does not tell its instances, and is asked until it does: " + GONE.sentence(),
                        "DEBUG why it does not, with a trace");
    }

    @Test
    void that_it_is_back_is_said_once_and_then_that_it_has_gone_again() {
        engine.refuse(Call.LIST, GONE);
        sightings.refresh();
        notes.told.clear();

        engine.allow(Call.LIST);
        sightings.refresh();
        sightings.refresh();
        assertThat(notes.told).containsExactly("INFO the engine tells its instances again");

        engine.refuse(Call.LIST, GONE);
        sightings.refresh();
        assertThat(notes.told).hasSize(3);
    }

    @Test
    void of_an_engine_that_answers_nothing_is_said() {
        sightings.refresh();

        assertThat(notes.told).isEmpty();
    }

    /** A log that is read by the test. */
    private static final class Notes extends AbstractLogger {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient List<String> told = new ArrayList<>();

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            told.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments)
                    + (failure == null ? "" : ", with a trace"));
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return true;
        }
    }
}

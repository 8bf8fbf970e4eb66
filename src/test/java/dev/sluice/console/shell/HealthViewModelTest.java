package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.shell.HealthViewModel.Health;
import dev.sluice.domain.HandClock;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HealthViewModelTest {

    private final FakeControl control = new FakeControl();
    private final HandClock clock = new HandClock(SampleFleets.NOW);
    private final HealthViewModel health = new HealthViewModel(control, clock, Runnable::run);

    @Test
    void while_the_runtime_answers_nothing_is_said() {
        health.check();

        assertThat(health.healthProperty().get()).isEqualTo(Health.ANSWERS);
        assertThat(health.sentenceProperty().get()).isEmpty();
    }

    @Test
    void a_runtime_that_is_silent_for_more_than_five_seconds_is_named_and_may_come_back() {
        control.pulse = new CompletableFuture<>();
        health.check();
        clock.forward(5);
        health.check();
        assertThat(health.healthProperty().get()).isEqualTo(Health.ANSWERS);

        clock.forward(3);
        health.check();
        assertThat(health.healthProperty().get()).isEqualTo(Health.SILENT);
        assertThat(health.sentenceProperty().get()).contains("8.0 s");

        control.pulse.complete(null);
        assertThat(health.healthProperty().get()).isEqualTo(Health.ANSWERS);
    }

    @Test
    void a_runtime_that_has_ended_is_not_waited_for() {
        control.pulse = CompletableFuture.failedFuture(new IllegalStateException("the runtime has ended"));

        health.check();
        clock.forward(90);
        health.check();

        assertThat(health.healthProperty().get()).isEqualTo(Health.ENDED);
        assertThat(health.sentenceProperty().get()).contains("has ended").contains("1 min 30 s");
    }

    @Test
    void a_computer_that_slept_is_no_silence_of_the_runtime() {
        health.check();
        clock.forward(3600);

        control.pulse = new CompletableFuture<>();
        health.check();

        assertThat(health.healthProperty().get()).isEqualTo(Health.ANSWERS);
    }

    @Test
    void another_process_that_has_gone_is_looked_for_until_one_is_there_again() {
        var pid = new AtomicLong(4711);
        health.boundTo(new Tie.Guest(pid::get, () -> CompletableFuture.completedFuture(null)));
        assertThat(health.tieProperty().get()).contains("4711");
        control.pulse = CompletableFuture.failedFuture(new IllegalStateException("nobody there"));
        health.check();
        clock.forward(10);
        health.check();
        assertThat(health.sentenceProperty().get()).contains("process 4711").contains("10 s");

        pid.set(4712);
        control.pulse = CompletableFuture.completedFuture(null);
        health.check();

        assertThat(health.healthProperty().get()).isEqualTo(Health.ANSWERS);
        assertThat(health.sentenceProperty().get()).isEmpty();
        assertThat(health.tieProperty().get()).contains("4712");
    }

    @Test
    void another_runtime_can_be_started_in_the_place_of_one_that_has_gone() {
        var starts = new ArrayDeque<CompletableFuture<Void>>();
        health.boundTo(new Tie.Guest(() -> 1, () -> {
            starts.add(new CompletableFuture<>());
            return starts.getLast();
        }));
        control.pulse = CompletableFuture.failedFuture(new IllegalStateException("nobody there"));
        health.check();
        assertThat(health.replaceableProperty().get()).isTrue();

        health.startAnother();
        health.startAnother();

        assertThat(starts).as("pressed twice").hasSize(1);
        assertThat(health.sentenceProperty().get()).contains("being started");
        control.pulse = CompletableFuture.completedFuture(null);
        starts.getLast().complete(null);
        assertThat(health.healthProperty().get()).isEqualTo(Health.ANSWERS);
    }

    @Test
    void why_no_runtime_could_be_started_stays_until_another_start_or_an_answer() {
        var starts = new ArrayDeque<CompletableFuture<Void>>();
        health.boundTo(new Tie.Guest(() -> 1, () -> {
            starts.add(new CompletableFuture<>());
            return starts.getLast();
        }));
        control.pulse = CompletableFuture.failedFuture(new IllegalStateException("nobody there"));
        health.check();
        health.startAnother();
        starts.getLast().completeExceptionally(new IllegalStateException("the disk is full"));

        health.check();
        assertThat(health.sentenceProperty().get()).contains("the disk is full");

        health.startAnother();
        assertThat(health.sentenceProperty().get()).contains("being started");
        starts.getLast().completeExceptionally(new IllegalStateException("the disk is still full"));
        health.check();
        assertThat(health.sentenceProperty().get()).contains("still full");

        control.pulse = CompletableFuture.completedFuture(null);
        health.check();
        assertThat(health.sentenceProperty().get()).isEmpty();
        control.pulse = CompletableFuture.failedFuture(new IllegalStateException("gone once more"));
        health.check();
        assertThat(health.sentenceProperty().get()).contains("does not answer").doesNotContain("full");
    }

    @Test
    void nothing_can_be_started_in_the_place_of_the_windows_own_runtime() {
        health.boundTo(new Tie.Host());

        assertThat(health.replaceableProperty().get()).isFalse();
        assertThat(health.tieProperty().get()).isEmpty();
    }
}

package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.Job.Kind;
import dev.sluice.control.Job.Result;
import dev.sluice.domain.HandClock;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobBookTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final JobBook book = new JobBook(clock);

    @Test
    void a_step_lasts_until_the_next_begins_and_the_last_one_until_the_end() {
        book.begin(Kind.CREATE, BLUE);
        book.phase(BLUE, Phase.CHECK);
        clock.forward(2);
        book.phase(BLUE, Phase.UNPACK);
        clock.forward(3);
        book.done(BLUE);
        clock.forward(60);

        assertThat(book.jobs().get(0).steps())
                .extracting(Job.Step::took)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void a_job_that_runs_is_not_forgotten_however_many_end_after_it() {
        book.begin(Kind.CREATE, BLUE);
        for (int i = 0; i < 200; i++) {
            book.begin(Kind.SCALE, GREEN);
            book.done(GREEN);
        }

        assertThat(book.jobs()).hasSize(50);
        assertThat(book.jobs()).anyMatch(Job::isRunning);
    }

    @Test
    void a_phase_that_was_passed_is_not_gone_back_to_when_a_second_instance_starts() {
        book.begin(Kind.CREATE, BLUE);
        book.phase(BLUE, Phase.PROBE);
        book.phase(BLUE, Phase.START);

        assertThat(book.phaseOf(BLUE)).contains(Phase.PROBE);
    }

    @Test
    void instances_that_leave_are_no_step_of_a_version_that_comes_up() {
        book.begin(Kind.UPDATE, BLUE);
        book.phase(BLUE, Phase.START);
        book.phase(BLUE, Phase.DRAIN);
        book.phase(BLUE, Phase.INIT);

        assertThat(book.phaseOf(BLUE)).contains(Phase.INIT);
    }

    @Test
    void a_later_command_on_the_same_target_ends_the_earlier_job() {
        book.begin(Kind.CREATE, BLUE);
        book.begin(Kind.DELETE, BLUE);

        assertThat(book.jobs()).extracting(Job::isRunning).containsExactly(true, false);
        assertThat(book.jobs().get(1).result()).isInstanceOf(Result.Failed.class);
    }

    @Test
    void a_job_keeps_what_it_told_by_its_steps_and_only_the_newest_of_it() {
        book.begin(Kind.CREATE, BLUE);
        book.phase(BLUE, Phase.UNPACK);
        book.line(BLUE, "copied");
        book.phase(BLUE, Phase.ENVIRONMENT);
        for (int i = 0; i < 600; i++) {
            book.line(BLUE, "Step " + i);
        }

        var log = book.log(book.jobs().get(0).id());

        assertThat(log).hasSize(500);
        assertThat(log.get(499)).isEqualTo(new Job.Line(clock.instant(), Phase.ENVIRONMENT, "Step 599"));
        assertThat(book.log(4711)).isEmpty();
    }

    @Test
    void a_job_that_was_taken_back_is_cancelled_and_not_failed() {
        book.begin(Kind.CREATE, BLUE);
        var id = book.jobs().get(0).id();
        book.begin(Kind.DELETE, BLUE);

        book.cancelled(id);

        assertThat(book.find(id).orElseThrow().result()).isEqualTo(new Result.Cancelled(clock.instant()));
        assertThat(book.find(id).orElseThrow().cancelling()).isEqualTo(new Job.Cancelling.Impossible());
    }

    @Test
    void only_the_newest_jobs_are_kept() {
        for (int i = 0; i < 60; i++) {
            book.begin(Kind.SCALE, BLUE);
        }
        assertThat(book.jobs()).hasSize(50);
    }
}

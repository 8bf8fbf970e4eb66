package dev.sluice.console.jobs;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static dev.sluice.console.SampleFleets.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.console.HalfDone;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleRegistrations;
import dev.sluice.console.TestBench;
import dev.sluice.console.jobs.JobRow.Standing;
import dev.sluice.console.support.JobLine;
import dev.sluice.console.support.JobSteps;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Job;
import dev.sluice.control.Registering;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsViewModelTest {

    private final TestBench desk = new TestBench();
    private final JobsViewModel jobs = new JobsViewModel(desk.bench);

    @BeforeEach
    void the_drawer_is_open() {
        jobs.openProperty().set(true);
    }

    @Test
    void a_model_on_its_way_into_the_registry_tells_its_steps_how_much_is_copied_and_what_cancelling_does() {
        desk.control.jobLines = List.of(new Job.Line(NOW, Phase.UNPACK, "weights-3.bin  1.0 GiB"));

        jobs.show(SampleRegistrations.in(SampleFleets.empty(), SampleRegistrations.copying()));

        var row = jobs.chosenProperty().get().orElseThrow();
        assertThat(row.title()).isEqualTo("Registering model churn:1");
        assertThat(row.now()).isEqualTo("2.0 GiB of 8.0 GiB copied, 3 of 12 files");
        assertThat(row.progress()).isEqualTo(0.25);
        assertThat(row.elapsed()).isEqualTo("22 s");
        assertThat(row.steps())
                .extracting(JobRow.Step::title, JobRow.Step::standing)
                .containsExactly(
                        tuple("Check", JobSteps.Standing.DONE), tuple("Copy files", JobSteps.Standing.RUNNING));
        assertThat(row.cancelEffect()).isEqualTo("Cancelling removes what was copied; nothing is registered");
        assertThat(jobs.logProperty().get()).hasSize(1);

        jobs.cancel();
        assertThat(desk.control.asked).containsExactly("cancel 40");
        jobs.show(SampleRegistrations.in(SampleFleets.empty(), SampleRegistrations.beingCancelled()));
        assertThat(jobs.chosenProperty().get().orElseThrow().now()).isEqualTo("Stops, and removes what was copied");
        var stopped = jobs.chosenProperty().get().orElseThrow();
        assertThat(stopped.canCancel()).isFalse();
        assertThat(stopped.cancelEffect()).isEqualTo("This is being cancelled already");
    }

    @Test
    void one_that_waits_for_another_copy_says_so_and_one_that_has_ended_how() {
        assertThat(shown(SampleRegistrations.waiting()).now()).isEqualTo("Waits until another copy has ended");
        assertThat(shown(SampleRegistrations.waiting()).progress()).isNegative();
        assertThat(shown(SampleRegistrations.ended(new Job.Result.Done(NOW))).standing())
                .isEqualTo(Standing.DONE);
        assertThat(shown(SampleRegistrations.ended(new Job.Result.Cancelled(NOW)))
                        .now())
                .isEqualTo("Cancelled");
        assertThat(shown(SampleRegistrations.ended(new Job.Result.Failed(NOW, "the disk became full")))
                        .why())
                .isEqualTo("The disk became full.");
    }

    @Test
    void that_a_registration_of_this_window_was_cancelled_here_is_remembered_for_who_began_it() {
        var own = desk.bench.registrations();
        var first = own.begun(AssetKind.MODEL, "churn:1");
        var other = own.begun(AssetKind.MODEL, "churn:2");
        shown(SampleRegistrations.copying());

        jobs.cancel();

        assertThat(own.ended(first)).isCompletedWithValue(true);
        assertThat(own.ended(other)).isCompletedWithValue(false);
    }

    @Test
    void a_registration_that_has_failed_can_be_tried_again_as_long_as_the_runtime_says_so() {
        var failed = SampleRegistrations.ended(new Job.Result.Failed(NOW, "the disk became full"));
        assertThat(shown(failed).canRetry()).isFalse();
        assertThat(shown(failed.retryable()).canRetry()).isTrue();

        jobs.retry();

        assertThat(desk.control.asked).containsExactly("retry 40");
    }

    private JobRow shown(Registering registering) {
        jobs.show(SampleRegistrations.in(SampleFleets.empty(), registering));
        return jobs.chosenProperty().get().orElseThrow();
    }

    @Test
    void those_that_run_come_first_and_then_the_newest() {
        var ended = SampleFleets.greenFailed().jobs().get(1);
        var running = scaling(1, 2);

        jobs.show(SampleFleets.fleet(List.of(ended, running)));

        assertThat(jobs.rowsProperty().get())
                .extracting(JobRow::standing)
                .containsExactly(Standing.RUNNING, Standing.FAILED);
        assertThat(jobs.rowsProperty().get().get(1).why()).contains("FileNotFoundError");
        assertThat(jobs.rowsProperty().get().get(1).elapsed()).isEqualTo("18 s");
    }

    @Test
    void while_the_runtime_is_gone_nothing_is_said_to_go_on() {
        jobs.show(SampleFleets.creating());
        var before = jobs.rowsProperty().get().get(0).elapsed();
        desk.bench.reach().lose("gone");

        desk.clock.forward(Duration.ofSeconds(40));
        jobs.tick();
        assertThat(jobs.rowsProperty().get().get(0).elapsed()).isEqualTo(before);

        desk.bench.reach().regain();
        jobs.tick();
        assertThat(jobs.rowsProperty().get().get(0).elapsed()).isNotEqualTo(before);
    }

    @Test
    void what_the_window_does_by_itself_goes_on_while_the_runtime_is_gone() {
        desk.bench.errands().begin(new HalfDone(desk.bench.errands()));
        jobs.show(SampleFleets.empty());
        desk.bench.reach().lose("gone");

        desk.clock.forward(Duration.ofSeconds(40));
        jobs.tick();

        assertThat(jobs.rowsProperty().get())
                .singleElement()
                .extracting(JobRow::elapsed)
                .isEqualTo("40 s");
    }

    @Test
    void a_create_says_before_it_is_cancelled_that_what_was_begun_is_deleted() {
        jobs.show(SampleFleets.creating());

        var row = jobs.chosenProperty().get().orElseThrow();
        assertThat(row.now()).isEqualTo("Environment");
        assertThat(row.progress()).isBetween(0.3, 0.6);
        assertThat(row.cancelEffect()).isEqualTo("Cancelling deletes diabetes/blue and its files; no traffic moves");

        jobs.cancel();

        assertThat(desk.control.asked).containsExactly("cancel 1");
        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Done.class);
    }

    @Test
    void a_scale_says_how_far_it_is_and_to_how_many_instances_cancelling_goes_back() {
        var scaling = SampleFleets.deployment(BLUE, 3, new DeploymentState.Scaling(NOW, 1, 3));
        jobs.show(SampleFleets.fleet(
                List.of(scaling(1, 1)), SampleFleets.endpoint(SampleFleets.live(Map.of("blue", 100)), scaling)));

        var row = jobs.chosenProperty().get().orElseThrow();
        assertThat(row.now()).isEqualTo("1 of 3 instances ready");
        assertThat(row.progress()).isEqualTo(1.0 / 3);
        assertThat(row.cancelEffect()).isEqualTo("Cancelling brings diabetes/blue back to 1 instance");
    }

    @Test
    void a_refused_cancel_is_told_with_its_reason() {
        jobs.show(SampleFleets.creating());
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(
                List.of(Problem.of(Problem.Code.NOT_FOUND, "job", "this has ended already", "look at its result"))));

        jobs.cancel();

        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Refused.class);
    }

    @Test
    void what_has_ended_cannot_be_cancelled_and_what_has_failed_can_be_tried_again() {
        jobs.show(SampleFleets.greenFailed());
        jobs.choose(2);

        var failed = jobs.chosenProperty().get().orElseThrow();
        assertThat(failed.cancelEffect()).isEmpty();
        assertThat(failed.canRetry()).isTrue();

        jobs.retry();

        assertThat(desk.control.asked).containsExactly("retry 2");
        jobs.choose(1);
        assertThat(jobs.chosenProperty().get().orElseThrow().canRetry()).isFalse();
    }

    @Test
    void why_a_job_has_failed_is_a_sentence_and_is_told_to_who_hears_the_list_too() {
        var failed = new Job(7, Job.Kind.CREATE, GREEN, NOW, new Job.Result.Failed(NOW, "no image"), List.of());

        var row = JobRow.of(failed, SampleFleets.blueLive(), NOW);

        assertThat(row.why()).isEqualTo("No image.");
        assertThat(row.spoken()).startsWith("Creating diabetes/green, Failed, ").endsWith(". No image.");
    }

    @Test
    void a_deletion_says_why_it_cannot_be_cancelled_as_long_as_it_runs() {
        var deleting = new Job(
                7,
                Job.Kind.DELETE,
                BLUE,
                NOW,
                new Job.Result.Running(),
                List.of(new Job.Step(Phase.STOP, Duration.ZERO, "")));
        jobs.show(SampleFleets.fleet(List.of(deleting)));

        var row = jobs.chosenProperty().get().orElseThrow();
        assertThat(row.canCancel()).isFalse();
        assertThat(row.cancelEffect()).startsWith("Deleting diabetes/blue cannot be cancelled");
        assertThat(row.now()).isEqualTo("Stop instances");
        assertThat(row.progress()).isEqualTo(0.5);
    }

    @Test
    void whether_a_job_can_be_tried_again_is_as_the_runtime_says() {
        var failed = new Job(7, Job.Kind.UPDATE, GREEN, NOW, new Job.Result.Failed(NOW, "no image"), List.of());
        var endpoint = SampleFleets.greenUpdateFailed().endpoints().get(0);

        jobs.show(SampleFleets.fleet(List.of(failed.retryable()), endpoint));
        assertThat(jobs.chosenProperty().get().orElseThrow().canRetry()).isTrue();

        jobs.show(SampleFleets.fleet(List.of(failed), endpoint));
        assertThat(jobs.chosenProperty().get().orElseThrow().canRetry()).isFalse();
    }

    @Test
    void lines_that_the_runtime_has_let_go_stay_while_the_job_is_looked_at() {
        desk.control.jobLines = List.of(line("one"), line("two"));
        jobs.show(SampleFleets.creating());

        desk.control.jobLines = List.of(line("two"), line("three"));
        jobs.tick();

        assertThat(jobs.logProperty().get()).extracting(JobLine::text).containsExactly("one", "two", "three");
    }

    private static Job.Line line(String text) {
        return new Job.Line(NOW, Phase.ENVIRONMENT, text);
    }

    @Test
    void the_log_is_that_of_the_job_that_is_looked_at() {
        desk.control.jobLines = List.of(new Job.Line(NOW, Phase.ENVIRONMENT, "Step 4/7 : RUN pip install"));

        jobs.show(SampleFleets.creating());

        assertThat(jobs.logProperty().get()).extracting(JobLine::text).containsExactly("Step 4/7 : RUN pip install");
    }

    @Test
    void a_job_that_is_looked_at_stays_chosen_when_others_begin() {
        jobs.show(SampleFleets.fleet(List.of(scaling(1, 1))));

        jobs.show(SampleFleets.fleet(List.of(scaling(1, 1), scaling(2, 1))));

        assertThat(jobs.chosenProperty().get().orElseThrow().id()).isEqualTo(1);
    }

    @Test
    void a_cancelled_job_says_so() {
        var cancelled =
                new Job(5, Job.Kind.CREATE, GREEN, NOW.minusSeconds(9), new Job.Result.Cancelled(NOW), List.of());

        jobs.show(SampleFleets.fleet(List.of(cancelled)));

        var row = jobs.chosenProperty().get().orElseThrow();
        assertThat(row.standing()).isEqualTo(Standing.CANCELLED);
        assertThat(row.now()).isEqualTo("Cancelled");
        assertThat(row.elapsed()).isEqualTo("9.0 s");
    }

    @Test
    void while_the_drawer_is_closed_nothing_is_made_for_it() {
        jobs.openProperty().set(false);

        jobs.show(SampleFleets.creating());
        assertThat(jobs.rowsProperty().get()).isEmpty();

        jobs.openProperty().set(true);
        assertThat(jobs.rowsProperty().get()).hasSize(1);
    }

    @Test
    void what_the_window_does_by_itself_stands_above_the_jobs_and_is_stopped_from_here() {
        desk.control.jobLines = List.of(new Job.Line(NOW, Phase.ENVIRONMENT, "of the job"));
        jobs.show(SampleFleets.creating());

        desk.bench.errands().begin(new HalfDone(desk.bench.errands()));
        var row = jobs.rowsProperty().get().get(0);
        assertThat(jobs.rowsProperty().get()).hasSize(2);
        assertThat(row.title()).isEqualTo("Sending");
        assertThat(row.now()).isEqualTo("5 of 10");
        assertThat(row.progress()).isEqualTo(0.5);

        assertThat(row.steps()).extracting(JobRow.Step::title).containsExactly("Send");

        jobs.choose(row.id());
        assertThat(jobs.logProperty().get()).extracting(JobLine::text).containsExactly("told by the window");
        jobs.cancel();
        assertThat(desk.bench.errands().underway()).isEmpty();
        assertThat(desk.control.asked).as("the runtime's jobs are left alone").isEmpty();
    }

    @Test
    void what_the_window_did_by_itself_can_be_read_when_it_has_ended() {
        var errand = new HalfDone(desk.bench.errands());
        jobs.show(SampleFleets.creating());
        desk.bench.errands().begin(errand);
        jobs.choose(jobs.rowsProperty().get().get(0).id());

        desk.bench.errands().failed(errand, "no endpoint answers");

        assertThat(jobs.rowsProperty().get())
                .extracting(JobRow::title)
                .as("a job that runs stands above what has ended")
                .containsExactly("Creating diabetes/blue", "Sending");
        var row = jobs.chosenProperty().get().orElseThrow();
        assertThat(row.title()).as("it stays the one that is looked at").isEqualTo("Sending");
        assertThat(row.standing()).isEqualTo(Standing.FAILED);
        assertThat(row.why()).isEqualTo("No endpoint answers.");
        assertThat(row.canCancel()).isFalse();
        assertThat(row.steps()).extracting(JobRow.Step::standing).containsExactly(JobSteps.Standing.FAILED);
        assertThat(jobs.logProperty().get()).extracting(JobLine::text).containsExactly("told by the window");
    }

    private static Job scaling(long id, int before) {
        return new Job(
                id,
                Job.Kind.SCALE,
                BLUE,
                NOW,
                new Job.Result.Running(),
                List.of(),
                new Job.Cancelling.ScalesBack(before),
                false);
    }
}

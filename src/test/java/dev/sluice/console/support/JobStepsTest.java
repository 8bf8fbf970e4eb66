package dev.sluice.console.support;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.support.JobSteps.Standing;
import dev.sluice.console.support.JobSteps.Step;
import dev.sluice.control.Job;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobStepsTest {

    private final Job running = SampleFleets.creating().jobs().get(0);

    @Test
    void a_new_deployment_shows_all_six_phases_with_the_one_under_way() {
        assertThat(JobSteps.of(running, NOW))
                .extracting(Step::standing)
                .containsExactly(
                        Standing.DONE,
                        Standing.DONE,
                        Standing.RUNNING,
                        Standing.WAITING,
                        Standing.WAITING,
                        Standing.WAITING);
    }

    @Test
    void the_step_under_way_has_taken_longer_each_time_one_looks() {
        var later = JobSteps.of(running, NOW.plusSeconds(30)).get(2);

        assertThat(later.elapsed()).isEqualTo("42 s");
        assertThat(later.lastLine()).contains("pip install");
    }

    @Test
    void a_failed_job_shows_the_step_it_failed_in_and_no_longer_counts() {
        var failed = SampleFleets.greenFailed().jobs().get(1);

        var init = JobSteps.of(failed, NOW.plusSeconds(600)).get(4);

        assertThat(init.standing()).isEqualTo(Standing.FAILED);
        assertThat(init.elapsed()).isEqualTo("3.9 s");
    }

    @Test
    void a_cancelled_job_shows_the_step_it_was_stopped_in_apart_from_those_it_never_began() {
        var cancelled =
                new Job(9, Job.Kind.CREATE, BLUE, NOW, new Job.Result.Cancelled(NOW.plusSeconds(33)), running.steps());

        var steps = JobSteps.of(cancelled, NOW.plusSeconds(600));

        assertThat(steps.get(2).standing()).isEqualTo(Standing.CANCELLED);
        assertThat(steps.subList(3, steps.size())).extracting(Step::standing).containsOnly(Standing.WAITING);
    }

    @Test
    void what_comes_before_a_step_that_was_begun_is_behind_even_if_a_runtime_that_began_anew_has_not_seen_it() {
        var resumed = new Job(
                9,
                Job.Kind.CREATE,
                BLUE,
                NOW,
                new Job.Result.Running(),
                List.of(new Job.Step(Phase.UNPACK, Duration.ofSeconds(1), "")));

        var steps = JobSteps.of(resumed, NOW.plusSeconds(1));

        assertThat(steps).extracting(Step::phase).containsExactlyElementsOf(Phase.WAY_UP);
        assertThat(steps).extracting(Step::standing).startsWith(Standing.DONE, Standing.RUNNING, Standing.WAITING);
        assertThat(JobSteps.progress(resumed)).hasValue(1.5 / 6);
    }

    @Test
    void a_deletion_shows_its_three_phases_with_the_one_under_way() {
        var deleting = new Job(
                9,
                Job.Kind.DELETE,
                BLUE,
                NOW,
                new Job.Result.Running(),
                List.of(
                        new Job.Step(Phase.DRAIN, Duration.ofSeconds(4), ""),
                        new Job.Step(Phase.STOP, Duration.ZERO, "")));

        assertThat(JobSteps.of(deleting, NOW.plusSeconds(5)))
                .extracting(Step::standing)
                .containsExactly(Standing.DONE, Standing.RUNNING, Standing.WAITING);
        assertThat(JobSteps.progress(deleting)).hasValue(0.5);
    }

    @Test
    void another_kind_of_job_shows_only_what_it_began() {
        var scaling = new Job(
                9,
                Job.Kind.SCALE,
                BLUE,
                NOW,
                new Job.Result.Running(),
                List.of(new Job.Step(Phase.START, Duration.ZERO, "")));

        assertThat(JobSteps.of(scaling, NOW)).extracting(Step::phase).containsExactly(Phase.START);
    }

    @Test
    void without_a_job_the_state_alone_tells_how_far_it_is() {
        var steps = JobSteps.of(new DeploymentState.Creating(NOW.minusSeconds(5), Phase.START), NOW);

        assertThat(steps).hasSize(6);
        assertThat(steps.get(3).standing()).isEqualTo(Standing.RUNNING);
        assertThat(steps.get(3).elapsed()).isEqualTo("5.0 s");
    }
}

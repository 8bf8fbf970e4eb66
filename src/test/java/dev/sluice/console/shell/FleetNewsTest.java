package dev.sluice.console.shell;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.support.Notice;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.control.Job.Result;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetNewsTest {

    private static final Job RUNNING = scale(7, new Result.Running());
    private static final Job CANCELLED = scale(7, new Result.Cancelled(NOW));
    private static final DeploymentState READY = new DeploymentState.Succeeded(NOW);
    private static final DeploymentState SCALING = new DeploymentState.Scaling(NOW, 1, 2);

    private final List<DeploymentId> opened = new ArrayList<>();
    private final NoticeBoard board = new NoticeBoard(Runnable::run);
    private final FleetNews news = new FleetNews(board, opened::add);

    @Test
    void a_scale_that_failed_is_told_once_with_its_reason() {
        var failed = scale(7, new Result.Failed(NOW, "the image is gone"));

        tell(blue(SCALING, RUNNING), blue(SCALING, failed), blue(SCALING, failed));

        assertThat(board.notices()).singleElement().isInstanceOf(Notice.Refused.class);
        assertThat(((Notice.Refused) board.notices().get(0)).problems())
                .extracting(Problem::message)
                .containsExactly("the image is gone");
    }

    @Test
    void a_failure_leads_to_its_deployment() {
        var failed = new DeploymentState.Failed(
                NOW, Problem.of(Problem.Code.INSTANCE_EXITED, "", "it ended", ""), List.of());

        tell(blue(READY), blue(failed));

        ((Notice.Refused) board.notices().get(0)).way().orElseThrow().go().run();
        assertThat(opened).containsExactly(BLUE);
    }

    @Test
    void a_scale_that_a_later_command_has_ended_is_no_failure_to_tell() {
        var overtaken = scale(7, new Result.Failed(NOW, "ended by a later command"));

        tell(blue(SCALING, RUNNING), blue(SCALING, scale(8, new Result.Running()), overtaken));

        assertThat(board.notices()).isEmpty();
    }

    @Test
    void a_scale_that_came_to_its_end_is_told() {
        tell(blue(SCALING, RUNNING), blue(READY, scale(7, new Result.Done(NOW))));

        assertThat(board.notices()).containsExactly(new Notice.Done("diabetes/blue has the instances you asked for"));
    }

    @Test
    void a_recovery_that_nobody_asked_for_and_a_cancelled_scale_are_not_told_as_what_was_asked_for() {
        tell(blue(READY), blue(SCALING), blue(READY));
        tell(blue(SCALING, RUNNING), blue(READY, CANCELLED));

        assertThat(board.notices()).isEmpty();
    }

    @Test
    void an_update_that_was_dropped_is_not_told_as_one_that_came_to_its_end() {
        var updating = SampleFleets.greenUpdating();
        var dropped = updating.jobs().stream()
                .map(job -> job.isRunning() ? cancelled(job) : job)
                .toList();

        tell(
                updating,
                SampleFleets.fleet(
                        dropped, SampleFleets.greenShadow().endpoints().get(0)));

        assertThat(board.notices()).isEmpty();
    }

    private void tell(Fleet... pictures) {
        for (int i = 1; i < pictures.length; i++) {
            news.tell(pictures[i - 1], pictures[i], id -> false);
        }
    }

    private static Fleet blue(DeploymentState state, Job... jobs) {
        var endpoint = SampleFleets.endpoint(Routing.CLOSED, SampleFleets.deployment(BLUE, 2, state));
        return SampleFleets.fleet(List.of(jobs), endpoint);
    }

    private static Job scale(long id, Result result) {
        return new Job(id, Job.Kind.SCALE, BLUE, NOW, result, List.of());
    }

    private static Job cancelled(Job job) {
        return new Job(job.id(), job.kind(), job.target(), job.began(), new Result.Cancelled(NOW), job.steps());
    }
}

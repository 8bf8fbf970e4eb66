package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs: how they end, what cancels them and what tries them again. */
@ParameterizedClass
@EnumSource
class JobsTest extends FaceContract {

    @Test
    void g1_scaling_is_a_job_until_as_many_instances_as_wanted_are_ready() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.whenStarted(instance -> {});
        runtime.ask(runtime.control.scale(BLUE, 2));
        await().until(() -> engine.started().size() == 2);
        assertThat(runtime.fleet().jobs().get(0).isRunning()).isTrue();

        engine.list().toCompletableFuture().join().forEach(instance -> engine.listens(instance.id()));

        await().until(() -> !runtime.fleet().jobs().get(0).isRunning());
        assertThat(runtime.fleet().jobs().get(0).result()).isInstanceOf(Job.Result.Done.class);
    }

    @Test
    void cancelling_a_create_deletes_what_was_begun_and_moves_no_traffic() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.whenStarted(instance -> {});
        runtime.create(GREEN, InitialTraffic.ALL);
        await().until(() -> engine.started().size() == 2);
        var creating = newestJob();
        assertThat(creating.cancelling()).isEqualTo(new Job.Cancelling.Deletes());

        assertThat(runtime.ask(runtime.control.cancel(creating.id()))).isInstanceOf(Outcome.Applied.class);

        runtime.awaitEndpoint(DIABETES, view -> view.deployments().size() == 1);
        assertThat(job(creating.id()).result()).isInstanceOf(Job.Result.Cancelled.class);
        assertThat(engine.list().toCompletableFuture().join()).hasSize(1);
        assertThat(folder.resolve("home/deployments/diabetes/green")).doesNotExist();
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void e6_cancelling_a_create_gives_up_the_environment_that_is_being_made() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.hold(FakeEngine.Call.PREPARE); // and it is never let go
        runtime.create(GREEN, InitialTraffic.NONE);
        runtime.awaitEndpoint(DIABETES, view -> view.deployments().size() == 2);

        runtime.ask(runtime.control.cancel(newestJob().id()));

        runtime.awaitEndpoint(DIABETES, view -> view.deployments().size() == 1);
        assertThat(folder.resolve("home/deployments/diabetes/green")).doesNotExist();
    }

    @Test
    void cancelling_a_scale_goes_back_to_the_count_before() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.whenStarted(instance -> {});
        runtime.ask(runtime.control.scale(BLUE, 3));
        await().until(() -> engine.started().size() == 3);
        var scaling = newestJob();
        assertThat(scaling.cancelling()).isEqualTo(new Job.Cancelling.ScalesBack(1));

        runtime.ask(runtime.control.cancel(scaling.id()));

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        await().until(() -> engine.list().toCompletableFuture().join().size() == 1);
        assertThat(job(scaling.id()).result()).isInstanceOf(Job.Result.Cancelled.class);
        assertThat(runtime.fleet().deployment(BLUE).orElseThrow().spec().instanceCount())
                .isEqualTo(1);
    }

    @Test
    void a_deletion_tells_its_steps_as_they_happen_and_what_it_does_in_them() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.NONE);
        engine.hold(FakeEngine.Call.STOP);

        runtime.ask(runtime.control.deleteDeployment(BLUE));

        await().until(() -> phases(newestJob()).equals(List.of(Phase.DRAIN, Phase.STOP)));
        engine.release(FakeEngine.Call.STOP);
        await().until(() -> !newestJob().isRunning());
        assertThat(phases(newestJob())).isEqualTo(Phase.WAY_OUT);
        assertThat(runtime.get(runtime.control.jobLog(newestJob().id())))
                .extracting(Job.Line::text)
                .anyMatch(line -> line.matches("instance blue-i\\d+ gets no more requests and has 0 to answer.*"))
                .anyMatch(line -> line.matches("instance blue-i\\d+ has stopped"))
                .endsWith("the files of diabetes/blue are deleted");
    }

    @Test
    void scaling_down_tells_the_steps_of_what_leaves() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.ask(runtime.control.scale(BLUE, 2));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        await().until(() -> !newestJob().isRunning());

        runtime.ask(runtime.control.scale(BLUE, 1));

        await().until(() -> !newestJob().isRunning());
        assertThat(phases(newestJob())).containsExactly(Phase.DRAIN, Phase.STOP);
        assertThat(runtime.get(runtime.control.jobLog(newestJob().id()))).isNotEmpty();
    }

    private static List<Phase> phases(Job job) {
        return job.steps().stream().map(Job.Step::phase).toList();
    }

    @Test
    void what_has_ended_and_what_is_being_deleted_cannot_be_cancelled() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.NONE);
        assertThat(runtime.ask(runtime.control.cancel(newestJob().id()))).isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(runtime.control.cancel(4711))).isInstanceOf(Outcome.Refused.class);
        engine.hold(FakeEngine.Call.STOP);
        runtime.ask(runtime.control.deleteDeployment(BLUE));

        var refused =
                (Outcome.Refused) runtime.ask(runtime.control.cancel(newestJob().id()));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly(Problem.Code.NOT_SUPPORTED);
        engine.release(FakeEngine.Call.STOP);
    }

    @Test
    void a_deployment_that_could_not_be_created_is_tried_again_with_the_share_it_was_to_have() throws Exception {
        var problem = Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "environment", "no such image", "pull it");
        engine.refuse(FakeEngine.Call.PREPARE, problem);
        runtime.create(BLUE, InitialTraffic.ALL);
        runtime.awaitState(BLUE, DeploymentState.Failed.class);
        var failed = newestJob();
        engine.startsAtOnce();
        engine.allow(FakeEngine.Call.PREPARE);

        assertThat(runtime.ask(runtime.control.retry(failed.id()))).isInstanceOf(Outcome.Applied.class);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
        assertThat(runtime.ask(runtime.control.retry(failed.id()))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_update_that_failed_is_tried_again_with_the_same_version() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.refuse(
                FakeEngine.Call.PREPARE,
                Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "environment", "no such image", "pull it"));
        var next = runtime.spec(BLUE)
                .draft()
                .environmentVariables(new TreeMap<>(Map.of("VERSION", "next")))
                .done();
        runtime.ask(runtime.control.replaceDeployment(next));
        runtime.awaitState(BLUE, DeploymentState.UpdateFailed.class);
        var failed = newestJob();
        engine.startsAtOnce();
        engine.allow(FakeEngine.Call.PREPARE);

        assertThat(runtime.ask(runtime.control.retry(failed.id()))).isInstanceOf(Outcome.Applied.class);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(newestJob().kind()).isEqualTo(Job.Kind.UPDATE);
        assertThat(runtime.fleet().deployment(BLUE).orElseThrow().spec().environmentVariables())
                .containsEntry("VERSION", "next");
        assertThat(runtime.ask(runtime.control.retry(failed.id()))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_scale_that_failed_is_tried_again_to_the_same_number() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.whenStarted(instance -> {});
        runtime.ask(runtime.control.scale(BLUE, 2));
        await().until(() -> engine.started().size() == 2);
        engine.startsAtOnce();
        engine.hold(FakeEngine.Call.START);
        engine.ends(engine.instance(engine.started().get(1).key().name()).id(), 3, "exit code 3");
        await().until(() -> newestJob().result() instanceof Job.Result.Failed);
        var failed = newestJob();

        assertThat(runtime.ask(runtime.control.retry(failed.id()))).isInstanceOf(Outcome.Applied.class);

        assertThat(newestJob().kind()).isEqualTo(Job.Kind.SCALE);
        assertThat(newestJob().id()).isNotEqualTo(failed.id());
        assertThat(runtime.fleet().deployment(BLUE).orElseThrow().spec().instanceCount())
                .isEqualTo(2);
        engine.release(FakeEngine.Call.START);
        await().until(() -> newestJob().result() instanceof Job.Result.Done);
        assertThat(runtime.ask(runtime.control.retry(failed.id()))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void to_cancel_a_scale_that_is_tried_again_goes_back_to_the_count_before_the_first_try() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.whenStarted(instance -> {});
        runtime.ask(runtime.control.scale(BLUE, 2));
        await().until(() -> engine.started().size() == 2);
        engine.ends(engine.instance(engine.started().get(1).key().name()).id(), 3, "exit code 3");
        await().until(() -> newestJob().result() instanceof Job.Result.Failed);
        runtime.ask(runtime.control.retry(newestJob().id()));
        assertThat(newestJob().cancelling()).isEqualTo(new Job.Cancelling.ScalesBack(1));

        runtime.ask(runtime.control.cancel(newestJob().id()));

        assertThat(runtime.fleet().deployment(BLUE).orElseThrow().spec().instanceCount())
                .isEqualTo(1);
    }

    @Test
    void a_failed_job_keeps_the_last_lines_of_its_instance() throws Exception {
        engine.whenStarted(instance -> {});
        runtime.create(GREEN, InitialTraffic.NONE);
        await().until(() -> engine.started().size() == 1);
        engine.logs(onlyInstance(), "Traceback (most recent call last):");
        engine.ends(onlyInstance(), 3, "exit code 3");
        runtime.awaitState(GREEN, DeploymentState.Failed.class);

        assertThat(runtime.get(runtime.control.jobLog(newestJob().id())))
                .extracting(Job.Line::text)
                .contains("Traceback (most recent call last):");
    }

    private Job newestJob() {
        return runtime.fleet().jobs().get(0);
    }

    private Job job(long id) {
        return runtime.fleet().jobs().stream()
                .filter(job -> job.id() == id)
                .findFirst()
                .orElseThrow();
    }
}

package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Probe;
import dev.sluice.domain.Problem;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.metrics.AgreementMeter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a deployment that gets another description while it serves. */
class UpdatesTest extends BlueUnderUpdate {

    @Test
    void other_probes_are_another_version() throws Exception {
        var probe = new Probe(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 3);
        update(runtime.spec(BLUE).draft().liveness(probe).done());

        await().until(() -> !runtime.router.upstreams(BLUE).contains(first));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(view().spec().liveness()).isEqualTo(probe);
    }

    @Test
    void g4_a_version_that_fails_leaves_the_old_one_serving_and_the_state_says_so() throws Exception {
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")));
        await().until(() -> engine.started().size() == 2);
        var id = engine.instance(newest()).id();
        engine.logs(id, "E sluice.boot - UserScriptInitFailed: KeyError: 'A' (score.py:7)");
        engine.ends(id, 3, "exit code 3");

        runtime.awaitState(BLUE, DeploymentState.UpdateFailed.class);
        assertThat(runtime.router.upstreams(BLUE)).containsExactly(first);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
        var failed = (DeploymentState.UpdateFailed) state();
        assertThat(failed.problem().code()).isEqualTo(Problem.Code.USER_SCRIPT_INIT_FAILED);
        assertThat(failed.rejected().environmentVariables()).containsEntry("A", "1");
        assertThat(view().spec().environmentVariables()).isEmpty();
        assertThat(runtime.fleet().jobs().get(0).result()).isInstanceOf(Job.Result.Failed.class);
        await().untilAsserted(() -> assertThat(generationsOnDisk()).hasSize(1));
    }

    @Test
    void a_failed_update_can_be_forgotten_and_another_one_tried() throws Exception {
        engine.refuse(FakeEngine.Call.PREPARE, Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "", "no image", ""));
        update(onImage("python:none"));
        runtime.awaitState(BLUE, DeploymentState.UpdateFailed.class);

        assertThat(runtime.ask(runtime.control.dropUpdate(BLUE))).isInstanceOf(Outcome.Applied.class);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(runtime.ask(runtime.control.dropUpdate(BLUE))).isInstanceOf(Outcome.Refused.class);

        engine.allow(FakeEngine.Call.PREPARE);
        update(onImage("python:3.13"));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(runtime.router.upstreams(BLUE)).hasSize(1).doesNotContain(first);
    }

    @Test
    void an_update_that_is_dropped_stops_what_it_has_started_and_touches_nothing_else() throws Exception {
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")));
        await().until(() -> engine.started().size() == 2);

        runtime.ask(runtime.control.dropUpdate(BLUE));

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(runtime.router.upstreams(BLUE)).containsExactly(first);
        assertThat(instances()).hasSize(1);
        assertThat(runtime.fleet().jobs()).noneMatch(Job::isRunning);
    }

    @Test
    void cancelling_the_job_of_an_update_says_beforehand_that_it_is_dropped_and_drops_it() throws Exception {
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")));
        await().until(() -> engine.started().size() == 2);
        var job = runtime.fleet().jobs().stream()
                .filter(Job::isRunning)
                .findFirst()
                .orElseThrow();
        assertThat(job.cancelling()).isInstanceOf(Job.Cancelling.DropsUpdate.class);

        assertThat(runtime.ask(runtime.control.cancel(job.id()))).isInstanceOf(Outcome.Applied.class);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(runtime.router.upstreams(BLUE)).containsExactly(first);
        assertThat(runtime.fleet().jobs())
                .filteredOn(one -> one.id() == job.id())
                .singleElement()
                .satisfies(one -> assertThat(one.result()).isInstanceOf(Job.Result.Cancelled.class));
    }

    @Test
    void a_newer_update_that_insists_takes_the_place_of_one_that_is_under_way() throws Exception {
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")));
        await().until(() -> engine.started().size() == 2);
        engine.startsAtOnce();

        assertThat(runtime.ask(runtime.control.insteadOfWhatRuns().updateDeployment(with(Map.of("A", "2")))))
                .isInstanceOf(Outcome.Applied.class);

        await().until(() -> view().spec().environmentVariables().containsValue("2"));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(engine.started())
                .extracting(InstanceSpec::environment)
                .last()
                .isEqualTo(Map.of("A", "2"));
        assertThat(instances()).hasSize(1);
    }

    @Test
    void labels_request_settings_and_the_number_of_instances_change_without_another_version() throws Exception {
        var settings = new RequestSettings(Duration.ofSeconds(60), 4);
        update(changed(Labels.of("better", Map.of()), settings).withInstanceCount(2));

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        await().until(() -> runtime.router.upstreams(BLUE).size() == 2);
        assertThat(runtime.router.upstreams(BLUE)).contains(first);
        assertThat(runtime.router.route(BLUE).orElseThrow().requests()).isEqualTo(settings);
        assertThat(view().spec().labels().description()).isEqualTo("better");
    }

    @Test
    void what_was_compared_stands_through_scaling_and_without_the_mirror_until_a_version_is_gone() throws Exception {
        mirrorToGreen();
        agreementMeter().compared("r1", List.of());
        scaleTo(2);
        assertThat(compared()).isEqualTo(1);
        runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.off()));
        assertThat(compared()).isEqualTo(1);

        update(with(Map.of("A", "1")));
        await().until(() -> !runtime.router.upstreams(BLUE).contains(first));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        await().until(() -> compared() == 0);
    }

    @Test
    void without_live_traffic_nothing_is_compared_and_nothing_is_lost() throws Exception {
        mirrorToGreen();
        agreementMeter().compared("r1", List.of());

        runtime.ask(runtime.control.applyTraffic(DIABETES, TrafficSplit.NONE));
        runtime.ask(runtime.control.applyTraffic(DIABETES, TrafficSplit.allTo(BLUE.deployment())));
        assertThat(compared()).isEqualTo(1);
    }

    @Test
    void while_instances_are_replaced_answers_count_for_neither_version() throws Exception {
        mirrorToGreen();
        agreementMeter().compared("r1", List.of());
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")));
        await().until(() -> engine.started().size() == 3);

        agreementMeter().compared("r2", List.of());
        assertThat(compared()).isEqualTo(1);
        engine.ends(engine.instance(newest()).id(), 3, "exit code 3");
        runtime.awaitState(BLUE, DeploymentState.UpdateFailed.class);
        agreementMeter().compared("r3", List.of());
        assertThat(compared()).as("the old version serves on").isEqualTo(2);
    }

    private void mirrorToGreen() throws Exception {
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(GREEN.deployment(), new Percent(10))));
    }

    private long compared() {
        return runtime.control.agreement(DIABETES).toCompletableFuture().join().compared();
    }

    private AgreementMeter agreementMeter() {
        return runtime.router.table().endpoint(DIABETES.text()).orElseThrow().agreement();
    }

    @Test
    void a_redeploy_runs_what_the_files_hold_by_now() throws Exception {
        Files.writeString(folder.resolve("code/score.py"), "# newer");

        runtime.ask(runtime.control.redeploy(BLUE));

        await().until(() -> !runtime.router.upstreams(BLUE).contains(first));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(engine.started().get(1).files().app().resolve("score.py")).hasContent("# newer");
    }

    @Test
    void g4_an_update_by_a_file_runs_what_the_code_is_by_now_even_if_only_a_label_differs() throws Exception {
        Files.writeString(folder.resolve("code/score.py"), "# newer");
        var described = runtime.spec(BLUE).withLabels(Labels.of("better", Map.of()));

        assertThat(runtime.ask(runtime.control.replaceDeployment(described))).isInstanceOf(Outcome.Applied.class);

        await().until(() -> !runtime.router.upstreams(BLUE).contains(first));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(engine.started().get(1).files().app().resolve("score.py")).hasContent("# newer");
        assertThat(view().spec()).isEqualTo(described);
    }

    @Test
    void what_was_never_brought_up_is_not_updated_but_created_again() throws Exception {
        runtime.ask(runtime.control.applyTraffic(DIABETES, TrafficSplit.NONE));
        runtime.ask(runtime.control.deleteDeployment(BLUE));
        await().until(() -> runtime.fleet().deployment(BLUE).isEmpty());
        engine.refuse(FakeEngine.Call.START, Problem.of(Problem.Code.INTERNAL, "", "no room", ""));
        runtime.create(BLUE, InitialTraffic.NONE);
        runtime.awaitState(BLUE, DeploymentState.Failed.class);
        assertThat(runtime.ask(runtime.control.updateDeployment(with(Map.of("A", "1")))))
                .isInstanceOf(Outcome.Refused.class);
        engine.allow(FakeEngine.Call.START);

        assertThat(runtime.ask(runtime.control.recreateDeployment(with(Map.of("A", "1")))))
                .isInstanceOf(Outcome.Applied.class);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(view().spec().environmentVariables()).containsEntry("A", "1");
        assertThat(runtime.ask(runtime.control.recreateDeployment(with(Map.of()))))
                .as("of one that is up")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_instance_that_ends_is_told_of_with_its_reason_and_its_last_words() throws Exception {
        engine.logs(engine.instance(first).id(), "Killed");

        engine.ends(engine.instance(first).id(), 137, "killed: out of memory");

        await().until(() -> view().past().ended() == 1);
        assertThat(view().past().exits()).singleElement().satisfies(exit -> {
            assertThat(exit.instance()).isEqualTo(first);
            assertThat(exit.reason()).isEqualTo("killed: out of memory");
            assertThat(exit.lastLines()).containsExactly("Killed");
        });
    }
}

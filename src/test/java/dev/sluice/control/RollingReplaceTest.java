package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.DeploymentState;
import dev.sluice.engine.FakeEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of instances while another version takes their place. */
class RollingReplaceTest extends BlueUnderUpdate {

    @Test
    void g4_each_instance_is_replaced_when_its_successor_is_ready_and_not_before() throws Exception {
        scaleTo(2);
        engine.whenStarted(instance -> {});
        update(with(Map.of("THRESHOLD", "0.7")).withInstanceCount(2));
        await().until(() -> engine.started().size() == 3);
        assertThat(state()).isInstanceOf(DeploymentState.Updating.class);
        assertThat(runtime.router.upstreams(BLUE)).as("none is ready yet").hasSize(2);

        var successor = newest();
        engine.listens(engine.instance(successor).id());
        await().until(() -> engine.started().size() == 4);
        await().untilAsserted(() -> assertThat(runtime.router.upstreams(BLUE))
                .as("the successor and one of the old version")
                .hasSize(2)
                .contains(successor));
        assertThat(view().spec().environmentVariables()).as("in force").isEmpty();

        engine.listens(engine.instance(newest()).id());
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(runtime.router.upstreams(BLUE)).hasSize(2).doesNotContain(first);
        assertThat(view().spec().environmentVariables()).containsEntry("THRESHOLD", "0.7");
        assertThat(runtime.fleet().jobs().get(0))
                .satisfies(job -> assertThat(job.kind()).isEqualTo(Job.Kind.UPDATE))
                .satisfies(job -> assertThat(job.result()).isInstanceOf(Job.Result.Done.class));
        assertThat(instances()).hasSize(2);
    }

    @Test
    void g4_a_version_that_fails_half_way_gives_back_to_the_old_one_what_it_has_taken() throws Exception {
        scaleTo(2);
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")).withInstanceCount(2));
        await().until(() -> engine.started().size() == 3);
        var successor = newest();
        engine.listens(engine.instance(successor).id());
        await().until(() -> engine.started().size() == 4);
        var failing = newest();
        engine.startsAtOnce();

        engine.ends(engine.instance(failing).id(), 3, "exit code 3");

        runtime.awaitState(BLUE, DeploymentState.UpdateFailed.class);
        assertThat(runtime.router.upstreams(BLUE)).hasSize(2).doesNotContain(successor, failing);
        assertThat(engine.started())
                .last()
                .satisfies(spec -> assertThat(spec.environment()).isEmpty());
        assertThat(instances()).hasSize(2);
    }

    @Test
    void g4_an_update_that_scales_too_is_scaled_first_with_the_old_version() throws Exception {
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")).withInstanceCount(3));
        await().until(() -> engine.started().size() == 3);
        assertThat(engine.started())
                .as("two more of what serves")
                .allSatisfy(spec -> assertThat(spec.environment()).isEmpty());
        engine.startsAtOnce();
        engine.started().stream()
                .skip(1)
                .forEach(spec ->
                        engine.listens(engine.instance(spec.key().name()).id()));

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(view().spec().environmentVariables()).containsEntry("A", "1");
        assertThat(runtime.router.upstreams(BLUE)).hasSize(3).doesNotContain(first);
    }

    @Test
    void the_files_of_the_version_before_are_removed_when_it_is_gone() throws Exception {
        update(with(Map.of("A", "1")));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);

        await().untilAsserted(() -> assertThat(generationsOnDisk()).hasSize(1));
    }

    @Test
    void while_a_version_comes_up_an_instance_of_the_old_one_that_ends_is_replaced() throws Exception {
        engine.hold(FakeEngine.Call.PREPARE);
        update(onImage("python:3.13"));

        engine.ends(engine.instance(first).id(), 137, "killed");

        await().until(() -> !runtime.router.upstreams(BLUE).isEmpty()
                && !runtime.router.upstreams(BLUE).contains(first));
        assertThat(state()).isInstanceOf(DeploymentState.Updating.class);
        engine.release(FakeEngine.Call.PREPARE);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    @Test
    void o1_a_crash_in_the_middle_of_an_update_loses_neither_the_old_version_nor_the_new_one() throws Exception {
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")));
        await().until(() -> engine.started().size() == 2);
        var coming = newest();

        runtime.close();
        runtime = new RuntimeUnderTest(new FakeEngine(host, Path.of("home")).startsAtOnce(), folder);
        await().until(() -> runtime.router.upstreams(BLUE).equals(List.of(first)));
        engine.listens(engine.instance(coming).id());

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(runtime.router.upstreams(BLUE)).containsExactly(coming);
        await().untilAsserted(() -> assertThat(generationsOnDisk()).hasSize(1));
    }

    @Test
    void scaling_during_an_update_counts_for_both_versions() throws Exception {
        scaleTo(3);
        engine.whenStarted(instance -> {});
        update(with(Map.of("A", "1")).withInstanceCount(3));
        await().until(() -> engine.started().size() == 4);
        engine.listens(engine.instance(newest()).id());
        await().until(() -> engine.started().size() == 5);

        runtime.ask(runtime.control.insteadOfWhatRuns().scale(BLUE, 2));
        engine.listens(engine.instance(newest()).id());

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(view().spec().environmentVariables()).containsKey("A");
        assertThat(runtime.router.upstreams(BLUE)).hasSize(2).doesNotContain(first);
    }

    @Test
    void every_instance_shows_its_probes_and_the_version_that_it_runs() {
        var life = view().instances().get(0).life();

        assertThat(life.probes()).extracting(Fleet.Probing::health).contains(Fleet.Health.READY);
        assertThat(life.generation()).isEqualTo(engine.started().get(0).key().generation());
    }
}

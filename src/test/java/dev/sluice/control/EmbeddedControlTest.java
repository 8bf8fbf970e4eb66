package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Secret;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.domain.Usage;
import dev.sluice.engine.Consumption;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.InstanceId;
import dev.sluice.router.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedControlTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private RuntimeUnderTest runtime;

    @BeforeEach
    void an_endpoint_is_there() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    @Test
    void all_traffic_goes_to_a_new_deployment_once_it_is_ready_and_not_before() throws Exception {
        runtime.create(BLUE, InitialTraffic.ALL);
        await().until(() -> engine.started().size() == 1);
        assertThat(split()).isEqualTo(TrafficSplit.NONE);

        engine.listens(onlyInstance());

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
        assertThat(runtime.router.upstreams(BLUE)).hasSize(1);
    }

    @Test
    void a_deployment_whose_script_fails_moves_no_traffic_and_shows_its_last_lines() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.whenStarted(instance -> {});
        runtime.create(GREEN, InitialTraffic.ALL);
        await().until(() -> engine.started().size() == 2);
        var id = instanceOf(GREEN);

        engine.logs(id, "Traceback (most recent call last):");
        engine.logs(id, "E sluice.boot - UserScriptInitFailed: KeyError: 'weights' (score.py:7)");
        engine.ends(id, 3, "exit code 3");

        runtime.awaitState(GREEN, DeploymentState.Failed.class);
        var failed = (DeploymentState.Failed)
                runtime.fleet().deployment(GREEN).orElseThrow().state();
        assertThat(failed.problem().code()).isEqualTo(Problem.Code.USER_SCRIPT_INIT_FAILED);
        assertThat(failed.problem().message()).contains("KeyError: 'weights'");
        assertThat(failed.lastLines()).contains("Traceback (most recent call last):");
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
        await().untilAsserted(
                        () -> assertThat(engine.list().toCompletableFuture().join())
                                .as("what is left of the instances")
                                .hasSize(1));
    }

    @Test
    void an_environment_that_cannot_be_built_fails_the_deployment_with_the_engines_words() throws Exception {
        var problem = Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "environment", "no such image", "pull it");
        engine.refuse(FakeEngine.Call.PREPARE, problem);

        runtime.create(BLUE, InitialTraffic.ALL);

        runtime.awaitState(BLUE, DeploymentState.Failed.class);
        assertThat(((DeploymentState.Failed)
                                runtime.fleet().deployment(BLUE).orElseThrow().state())
                        .problem())
                .isEqualTo(problem);
    }

    @Test
    void a_surplus_instance_stops_only_after_its_last_request() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.ask(runtime.control.scale(BLUE, 2));
        await().until(() -> runtime.router.upstreams(BLUE).size() == 2);
        var gates = runtime.router.route(BLUE).orElseThrow().upstreams();
        gates.forEach(upstream -> upstream.gate().enter(1));

        runtime.ask(runtime.control.scale(BLUE, 1));
        await().until(() -> runtime.router.upstreams(BLUE).size() == 1);
        assertThat(engine.list().toCompletableFuture().join()).hasSize(2);

        gates.forEach(upstream -> upstream.gate().leave());
        await().until(() -> engine.list().toCompletableFuture().join().size() == 1);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

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
    void after_a_restart_what_was_given_up_is_still_created_again_with_the_share_it_was_to_have() throws Exception {
        engine.refuse(FakeEngine.Call.PREPARE, Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "", "no such image", ""));
        runtime.create(BLUE, InitialTraffic.ALL);
        runtime.awaitState(BLUE, DeploymentState.Failed.class);
        runtime.close();
        engine.startsAtOnce();
        engine.allow(FakeEngine.Call.PREPARE);
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.awaitState(BLUE, DeploymentState.Failed.class);

        assertThat(runtime.ask(runtime.control.recreateDeployment(runtime.spec(BLUE))))
                .isInstanceOf(Outcome.Applied.class);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
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

    @Test
    void a_runtime_answers_pings_until_it_has_ended() throws Exception {
        runtime.get(runtime.control.ping());

        runtime.endLoop();

        assertThat(runtime.control.ping().toCompletableFuture()).isCompletedExceptionally();
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

    @Test
    void m4_a_deleted_shadow_takes_the_mirror_with_it() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(GREEN.deployment(), new Percent(10))));

        runtime.ask(runtime.control.deleteDeployment(GREEN));

        runtime.awaitEndpoint(DIABETES, view -> view.routing().mirror().equals(Mirror.off()));
        runtime.awaitEndpoint(DIABETES, view -> view.deployments().size() == 1);
        assertThat(folder.resolve("home/deployments/diabetes/green")).doesNotExist();
    }

    @Test
    void split_and_mirror_are_replaced_in_one_change_and_put_back_in_one() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        var before = runtime.fleet().endpoint(DIABETES).orElseThrow().routing();
        var after = Routing.CLOSED
                .withTraffic(TrafficSplit.allTo(GREEN.deployment()))
                .withMirror(Mirror.to(BLUE.deployment(), new Percent(20)));

        assertThat(runtime.ask(runtime.control.applyRouting(DIABETES, after))).isInstanceOf(Outcome.Applied.class);
        runtime.awaitEndpoint(DIABETES, endpoint -> endpoint.routing().equals(after));

        assertThat(runtime.ask(runtime.control.applyRouting(DIABETES, before))).isInstanceOf(Outcome.Applied.class);
        runtime.awaitEndpoint(DIABETES, endpoint -> endpoint.routing().equals(before));
    }

    @Test
    void a_routing_of_a_deployment_that_is_gone_is_refused_and_named() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);

        var outcome = runtime.ask(runtime.control.applyRouting(
                DIABETES, Routing.CLOSED.withTraffic(TrafficSplit.allTo(GREEN.deployment()))));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::message)
                                .containsExactly("there is no deployment called green"));
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void all_traffic_to_the_shadow_ends_its_being_one_in_the_same_change() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(GREEN.deployment(), new Percent(10))));

        assertThat(runtime.ask(runtime.control.allTrafficTo(GREEN))).isInstanceOf(Outcome.Applied.class);

        runtime.awaitEndpoint(
                DIABETES, endpoint -> endpoint.routing().equals(Routing.CLOSED.allTo(GREEN.deployment())));
    }

    @Test
    void a_refused_command_changes_nothing() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        var before = runtime.fleet().revision();

        assertThat(runtime.ask(runtime.control.deleteDeployment(BLUE))).isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(BLUE.deployment(), new Percent(10)))))
                .isInstanceOf(Outcome.Refused.class);

        assertThat(runtime.fleet().revision()).isEqualTo(before);
    }

    @Test
    void a_regenerated_key_is_another_cut_off_at_once_and_kept_and_the_other_goes_on() throws Exception {
        var before = (Credentials.Keys) runtime.get(runtime.control.credentials(DIABETES));

        assertThat(runtime.ask(runtime.control.regenerateKey(DIABETES, KeyType.PRIMARY)))
                .isInstanceOf(Outcome.Applied.class);

        var after = (Credentials.Keys) runtime.get(runtime.control.credentials(DIABETES));
        assertThat(after.primary()).isNotEqualTo(before.primary());
        assertThat(after.secondary()).isEqualTo(before.secondary());
        assertThat(verdict(before.primary())).isEqualTo(Access.Verdict.DENIED);
        assertThat(verdict(after.primary())).isEqualTo(Access.Verdict.GRANTED);
        assertThat(verdict(before.secondary())).isEqualTo(Access.Verdict.GRANTED);
        runtime.ask(runtime.control.regenerateKey(DIABETES, KeyType.SECONDARY));
        assertThat(verdict(before.secondary())).isEqualTo(Access.Verdict.DENIED);
        assertThat(verdict(after.primary())).isEqualTo(Access.Verdict.GRANTED);

        runtime.close();
        runtime = new RuntimeUnderTest(engine, folder);
        assertThat(verdict(before.primary())).isEqualTo(Access.Verdict.DENIED);
        assertThat(verdict(after.primary())).isEqualTo(Access.Verdict.GRANTED);
    }

    @Test
    void an_endpoint_with_tokens_has_no_key_to_regenerate_and_one_that_is_not_there_neither() throws Exception {
        var tokens = new EndpointName("tokens");
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(tokens, AuthMode.AML_TOKEN)));

        assertThat(runtime.ask(runtime.control.regenerateKey(tokens, KeyType.PRIMARY)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(runtime.control.regenerateKey(new EndpointName("nowhere"), KeyType.PRIMARY)))
                .isInstanceOf(Outcome.Refused.class);
    }

    private Access.Verdict verdict(Secret key) {
        var endpoint = runtime.router.table().endpoint(DIABETES.text()).orElseThrow();
        return endpoint.access().check("Bearer " + key.reveal());
    }

    @Test
    void o1_after_a_crash_all_is_as_it_was_and_no_instance_is_started_twice() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(GREEN.deployment(), new Percent(10))));
        var credentials = runtime.get(runtime.control.credentials(DIABETES));
        var before = runtime.fleet().endpoint(DIABETES).orElseThrow();

        runtime.close();
        var engineAfter = new FakeEngine(host, Path.of("home")).startsAtOnce();
        runtime = new RuntimeUnderTest(engineAfter, folder);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        runtime.awaitState(GREEN, DeploymentState.Succeeded.class);
        assertThat(runtime.fleet().endpoint(DIABETES).orElseThrow().routing()).isEqualTo(before.routing());
        assertThat(runtime.get(runtime.control.credentials(DIABETES))).isEqualTo(credentials);
        assertThat(engineAfter.started()).isEmpty();
        assertThat(runtime.router.upstreams(BLUE)).hasSize(1);
    }

    @Test
    void o1_a_crash_while_a_deployment_is_being_created_does_not_lose_it_or_its_traffic() throws Exception {
        engine.hold(FakeEngine.Call.PREPARE);
        runtime.create(BLUE, InitialTraffic.ALL);

        runtime.close();
        runtime = new RuntimeUnderTest(new FakeEngine(host, Path.of("home")).startsAtOnce(), folder);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void an_instance_that_ends_is_taken_out_of_the_routes_and_replaced() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        var first = onlyInstance();

        engine.ends(first, 137, "killed");

        await().until(() ->
                engine.started().size() == 2 && runtime.router.upstreams(BLUE).size() == 1);
        assertThat(runtime.router.upstreams(BLUE)).doesNotContain(first.text());
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    @Test
    void deleting_the_endpoint_stops_all_and_frees_its_name() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);

        runtime.ask(runtime.control.deleteEndpoint(DIABETES));

        await().until(() -> engine.list().toCompletableFuture().join().isEmpty());
        assertThat(runtime.router.table().endpoints()).isEmpty();
        assertThat(runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY))))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void an_orderly_end_stops_every_instance_and_starts_none_in_its_place() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.hold(FakeEngine.Call.START);
        runtime.ask(runtime.control.scale(BLUE, 3));
        await().until(() ->
                runtime.fleet().jobs().get(0).steps().stream().anyMatch(step -> step.phase() == Phase.START));

        var stopped = runtime.control.stopInstances().toCompletableFuture();
        engine.release(FakeEngine.Call.START);

        runtime.get(stopped);
        assertThat(engine.list().toCompletableFuture().join()).isEmpty();
        assertThat(engine.started()).hasSize(3);
    }

    @Test
    void what_an_instance_takes_is_in_the_picture_and_in_the_samples() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        var busy = Duration.ZERO;
        var samples = Collections.synchronizedList(new ArrayList<TrafficSample>());
        try (var watching = runtime.control.watchHistory(DIABETES, samples::add)) {
            assertThat(watching).isNotNull();
            engine.takes(onlyInstance(), new Consumption(NOON, busy, 80 << 20));
            await().until(() -> samples.size() >= 3);
            engine.takes(onlyInstance(), new Consumption(NOON.plusSeconds(2), busy.plusSeconds(1), 90 << 20));

            var usage = new Usage(0.5, 90 << 20);
            runtime.awaitEndpoint(
                    DIABETES,
                    endpoint -> endpoint.deployments()
                            .get(0)
                            .instances()
                            .get(0)
                            .usage()
                            .equals(Optional.of(usage)));
            await().until(() -> samples.stream()
                    .flatMap(sample -> sample.instances().stream())
                    .anyMatch(instance -> instance.usage().equals(usage)
                            && instance.deployment().equals(BLUE.deployment())));
        }
    }

    @Test
    void who_asks_for_the_history_gets_coarser_samples_too_and_who_asks_for_traffic_does_not() throws Exception {
        var history = Collections.synchronizedList(new ArrayList<TrafficSample>());
        var traffic = Collections.synchronizedList(new ArrayList<TrafficSample>());
        try (var all = runtime.control.watchHistory(DIABETES, history::add);
                var seconds = runtime.control.watchTraffic(DIABETES, traffic::add)) {
            assertThat(all).isNotEqualTo(seconds);
            await().until(() -> history.stream().anyMatch(sample -> sample.resolution() == Resolution.FIVE_SECONDS));
        }
        assertThat(traffic).isNotEmpty().allMatch(sample -> sample.resolution() == Resolution.SECOND);
    }

    @Test
    void watchers_hear_nothing_while_nothing_changes() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        await().until(() -> runtime.fleet().jobs().stream().noneMatch(Job::isRunning));
        var pictures = new AtomicInteger();
        var ticks = new AtomicInteger();
        try (var watching = runtime.control.watch(fleet -> pictures.incrementAndGet());
                var ticking = runtime.control.watchTraffic(DIABETES, sample -> ticks.incrementAndGet())) {
            assertThat(watching).isNotEqualTo(ticking);
            await().until(() -> ticks.get() >= 3);
        }
        assertThat(pictures.get()).as("the present picture, and no other").isEqualTo(1);
    }

    @Test
    void a_log_is_followed_across_all_instances_also_later_ones() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        List<LogLine> seen = Collections.synchronizedList(new ArrayList<>());
        try (var following = runtime.control.followLog(BLUE, 10, seen::add)) {
            assertThat(following).isNotNull();
            runtime.ask(runtime.control.scale(BLUE, 2));
            await().until(() -> runtime.router.upstreams(BLUE).size() == 2);
            for (var instance : engine.list().toCompletableFuture().join()) {
                engine.logs(instance.id(), "hello");
            }
            await().until(() -> seen.size() == 2);
        }
        assertThat(seen).extracting(LogLine::instance).doesNotHaveDuplicates();
    }

    private TrafficSplit split() {
        return runtime.fleet().endpoint(DIABETES).orElseThrow().routing().traffic();
    }

    private InstanceId onlyInstance() {
        return engine.list().toCompletableFuture().join().get(0).id();
    }

    private InstanceId instanceOf(DeploymentId id) {
        return engine.list().toCompletableFuture().join().stream()
                .filter(instance -> instance.key().deployment().equals(id))
                .findFirst()
                .orElseThrow()
                .id();
    }
}

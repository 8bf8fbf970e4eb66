package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Probe;
import dev.sluice.domain.Problem;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.router.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a deployment that gets another description while it serves. */
class UpdatesTest {

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private RuntimeUnderTest runtime;
    private String first = "";

    @BeforeEach
    void blue_has_all_the_traffic() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        first = runtime.router.upstreams(BLUE).get(0);
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

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
    void other_probes_are_another_version() throws Exception {
        var probe = new Probe(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 3);
        update(runtime.spec(BLUE).draft().liveness(probe).done());

        await().until(() -> !runtime.router.upstreams(BLUE).contains(first));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(view().spec().liveness()).isEqualTo(probe);
    }

    @Test
    void the_files_of_the_version_before_are_removed_when_it_is_gone() throws Exception {
        update(with(Map.of("A", "1")));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);

        await().untilAsserted(() -> assertThat(generationsOnDisk()).hasSize(1));
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
    void a_redeploy_runs_what_the_files_hold_by_now() throws Exception {
        Files.writeString(folder.resolve("code/score.py"), "# newer");

        runtime.ask(runtime.control.redeploy(BLUE));

        await().until(() -> !runtime.router.upstreams(BLUE).contains(first));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(engine.started().get(1).files().app().resolve("score.py")).hasContent("# newer");
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
    void b4_an_endpoint_changes_its_labels_authentication_and_routing_at_once() throws Exception {
        var spec = new EndpointSpec(
                DIABETES, EndpointKind.MANAGED, AuthMode.AML_TOKEN, Labels.of("now with tokens", Map.of()));

        assertThat(runtime.ask(runtime.control.updateEndpoint(spec, Routing.CLOSED)))
                .isInstanceOf(Outcome.Applied.class);

        assertThat(runtime.fleet().endpoint(DIABETES).orElseThrow().spec()).isEqualTo(spec);
        assertThat(split()).isEqualTo(TrafficSplit.NONE);
        var access =
                runtime.router.table().endpoint(DIABETES.text()).orElseThrow().access();
        var token = runtime.get(runtime.control.credentials(DIABETES)).bearer().reveal();
        assertThat(access.check("Bearer " + token)).isEqualTo(Access.Verdict.GRANTED);
        assertThat(access.check("Bearer key-1")).isEqualTo(Access.Verdict.DENIED);
    }

    @Test
    void an_endpoint_cannot_become_a_kubernetes_one_or_route_to_nobody() throws Exception {
        var spec = new EndpointSpec(DIABETES, EndpointKind.KUBERNETES, AuthMode.KEY, Labels.NONE);
        var routing = Routing.CLOSED.withTraffic(TrafficSplit.allTo(GREEN.deployment()));

        var refused = (Outcome.Refused) runtime.ask(runtime.control.updateEndpoint(spec, routing));

        assertThat(refused.problems()).extracting(Problem::path).containsExactly("compute", "traffic.green");
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

    @Test
    void every_instance_shows_its_probes_and_the_version_that_it_runs() {
        var life = view().instances().get(0).life();

        assertThat(life.probes()).extracting(Fleet.Probing::health).contains(Fleet.Health.READY);
        assertThat(life.generation()).isEqualTo(engine.started().get(0).key().generation());
    }

    private void scaleTo(int count) throws Exception {
        runtime.ask(runtime.control.scale(BLUE, count));
        await().until(() -> runtime.router.upstreams(BLUE).size() == count);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    private void update(DeploymentSpec spec) throws Exception {
        assertThat(runtime.ask(runtime.control.updateDeployment(spec))).isInstanceOf(Outcome.Applied.class);
    }

    private DeploymentSpec with(Map<String, String> variables) {
        var now = runtime.spec(BLUE);
        return spec(now.labels(), now.environment(), variables, now.requests());
    }

    private DeploymentSpec onImage(String image) {
        var now = runtime.spec(BLUE);
        return spec(now.labels(), new EnvironmentSource.Image(image), Map.of(), now.requests());
    }

    private DeploymentSpec changed(Labels labels, RequestSettings requests) {
        return spec(labels, runtime.spec(BLUE).environment(), Map.of(), requests);
    }

    private DeploymentSpec spec(
            Labels labels, EnvironmentSource environment, Map<String, String> variables, RequestSettings requests) {
        var now = runtime.spec(BLUE);
        return now.draft()
                .id(BLUE)
                .labels(labels)
                .model(new ModelSource.None())
                .environment(environment)
                .environmentVariables(new TreeMap<>(variables))
                .instanceCount(1)
                .requests(requests)
                .done();
    }

    private String newest() {
        return engine.started().get(engine.started().size() - 1).key().name();
    }

    private Fleet.DeploymentView view() {
        return runtime.fleet().deployment(BLUE).orElseThrow();
    }

    private DeploymentState state() {
        return view().state();
    }

    private TrafficSplit split() {
        return runtime.fleet().endpoint(DIABETES).orElseThrow().routing().traffic();
    }

    private List<Instance> instances() {
        return engine.list().toCompletableFuture().join();
    }

    private List<Path> generationsOnDisk() throws Exception {
        try (var folders = Files.list(folder.resolve("home/deployments/diabetes/blue"))) {
            return folders.toList();
        }
    }
}

package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Actor.Face;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.InstanceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the journal after commands were given to the real runtime. */
class ActivityTest {

    private static final Actor ALICE = new Actor(Face.CONSOLE, "alice");

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private final List<Activity> journal = new CopyOnWriteArrayList<>();
    private RuntimeUnderTest runtime;
    private RolloutControl alice;

    @BeforeEach
    void alice_has_an_endpoint() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        alice = runtime.control.by(ALICE);
        alice.watchActivity(100, journal::add);
        runtime.ask(alice.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    @Test
    void each_command_stands_there_with_who_and_why_and_from_what_to_what() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.NONE);

        runtime.ask(alice.because("first\nrelease").applyTraffic(DIABETES, TrafficSplit.allTo(BLUE.deployment())));

        var entry = newest(Kind.TRAFFIC);
        assertThat(entry.actor()).isEqualTo(new Actor(Face.CONSOLE, "alice", "first release"));
        assertThat(entry.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(entry.deed().before()).isEqualTo(new Facet.Routed(Routing.CLOSED));
        assertThat(entry.deed().after().routed().orElseThrow().traffic())
                .isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void an_update_stands_there_from_one_yaml_to_the_other_with_who_asked_and_that_it_came_up() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);

        runtime.ask(alice.updateDeployment(runtime.spec(BLUE).withInstanceCount(2)));

        var entry = newest(Kind.UPDATE_DEPLOYMENT);
        assertThat(entry.actor()).isEqualTo(ALICE);
        assertThat(entry.deed().before())
                .isInstanceOf(Facet.Described.class)
                .isNotEqualTo(entry.deed().after());
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        runtime.ask(alice.redeploy(BLUE));
        awaitEntry(Kind.UPDATED, Verdict.DONE);
    }

    @Test
    void a_refused_command_stands_there_with_the_reason_and_so_does_one_for_an_endpoint_that_is_not_there()
            throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);

        runtime.ask(alice.deleteDeployment(BLUE));
        assertThat(newest(Kind.DELETE_DEPLOYMENT).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(newest(Kind.DELETE_DEPLOYMENT).why()).contains("100 % of the live traffic");

        runtime.ask(alice.scale(GREEN, 2));
        assertThat(newest(Kind.SCALE).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(newest(Kind.SCALE).deed().before()).isEqualTo(Facet.none());
    }

    @Test
    void what_ends_by_itself_is_told_by_the_system() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        awaitEntry(Kind.READY, Verdict.DONE);
        assertThat(newest(Kind.READY).actor()).isEqualTo(Actor.SYSTEM);
        assertThat(newest(Kind.READY).deed().after().routed().orElseThrow().traffic())
                .isEqualTo(TrafficSplit.allTo(BLUE.deployment()));

        runtime.ask(alice.scale(BLUE, 2));
        awaitEntry(Kind.SCALED, Verdict.DONE);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(alice.deleteDeployment(GREEN));
        awaitEntry(Kind.GONE, Verdict.DONE);
    }

    @Test
    void an_instance_that_is_killed_and_a_deployment_that_never_comes_up_are_told_with_the_reason() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.ends(onlyInstance(), 137, "killed by signal 9");
        awaitEntry(Kind.INSTANCE_ENDED, Verdict.FAILED);
        assertThat(newest(Kind.INSTANCE_ENDED).why()).contains("killed by signal 9");

        engine.whenStarted(instance -> instance.end(3, "exit code 3"));
        runtime.create(GREEN, InitialTraffic.NONE);
        awaitEntry(Kind.GIVEN_UP, Verdict.FAILED);
        assertThat(newest(Kind.GIVEN_UP).why()).contains("exit code 3");
    }

    @Test
    void no_secret_stands_in_the_journal() throws Exception {
        var keys = (Credentials.Keys) runtime.get(alice.credentials(DIABETES));
        runtime.ask(alice.regenerateKey(DIABETES, KeyType.PRIMARY));
        var newer = (Credentials.Keys) runtime.get(alice.credentials(DIABETES));
        var plain = runtime.spec(BLUE);
        var variables = new TreeMap<String, String>();
        variables.put("API_TOKEN", "hunter2");
        runtime.ask(alice.createDeployment(
                plain.draft().environmentVariables(variables).done(), InitialTraffic.NONE));

        assertThat(newest(Kind.REGENERATE_KEY).deed().after()).isEqualTo(new Facet.Said("primary"));
        assertThat(newest(Kind.CREATE_DEPLOYMENT).toString()).contains("API_TOKEN");
        variables.put("API_TOKEN", "hunter22");
        runtime.ask(alice.updateDeployment(
                plain.draft().environmentVariables(variables).done()));
        runtime.ask(alice.deleteEndpoint(DIABETES));
        assertThat(newest(Kind.UPDATE_DEPLOYMENT).toString()).contains("API_TOKEN");
        assertThat(newest(Kind.DELETE_ENDPOINT).toString()).contains("API_TOKEN");
        assertThat(journal.toString())
                .doesNotContain(
                        "hunter2", keys.primary().reveal(), newer.primary().reveal());
    }

    @Test
    void a_deleted_shadow_is_seen_to_take_the_mirror_with_it() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        var mirror = Mirror.to(GREEN.deployment(), new Percent(10));
        runtime.ask(alice.applyMirror(DIABETES, mirror));

        runtime.ask(alice.deleteDeployment(GREEN));

        var deed = newest(Kind.DELETE_DEPLOYMENT).deed();
        assertThat(deed.before().routed().orElseThrow().mirror()).isEqualTo(mirror);
        assertThat(deed.before().described().orElseThrow()).contains("name: green");
        assertThat(deed.after().routed().orElseThrow().mirror()).isEqualTo(Mirror.off());
    }

    @Test
    void an_edit_of_an_endpoints_yaml_stands_there_with_the_attributes_and_the_routing_that_it_changes()
            throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.NONE);
        var live = new Routing(TrafficSplit.allTo(BLUE.deployment()), Mirror.off());
        var byToken = EndpointSpec.managed(DIABETES, AuthMode.AML_TOKEN);

        runtime.ask(alice.updateEndpoint(byToken, live));
        var both = newest(Kind.UPDATE_ENDPOINT).deed();
        runtime.ask(alice.updateEndpoint(byToken, Routing.CLOSED));
        var rerouted = newest(Kind.UPDATE_ENDPOINT).deed();

        assertThat(both.before().described().orElseThrow()).contains("auth_mode: key");
        assertThat(both.after().described().orElseThrow()).contains("auth_mode: aml_token");
        assertThat(both.before().routed()).contains(Routing.CLOSED);
        assertThat(both.after().routed()).contains(live);
        assertThat(rerouted.after()).isEqualTo(new Facet.Routed(Routing.CLOSED));
    }

    @Test
    void what_was_deleted_stands_there_as_it_was_described() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);

        runtime.ask(alice.deleteDeployment(GREEN));
        runtime.ask(alice.deleteEndpoint(DIABETES));

        var green = newest(Kind.DELETE_DEPLOYMENT).deed();
        assertThat(green.before()).isInstanceOf(Facet.Described.class);
        assertThat(green.before().described().orElseThrow()).contains("name: green");
        assertThat(green.after()).isEqualTo(Facet.none());
        var endpoint = newest(Kind.DELETE_ENDPOINT).deed().before();
        assertThat(endpoint.routed().orElseThrow().traffic()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
        assertThat(endpoint.described().orElseThrow()).contains("auth_mode: key", "---", "name: blue");
    }

    @Test
    void who_comes_later_reads_what_was_before_oldest_first_and_older_pages_on_demand() throws Exception {
        runtime.ask(alice.deleteEndpoint(DIABETES));
        var seen = new ArrayList<Activity>();

        try (var reading = runtime.control.watchActivity(1, seen::add)) {
            assertThat(reading).isNotNull();
            var older = runtime.get(runtime.control.olderActivity(2, 10));

            assertThat(seen).extracting(Activity::deed).extracting(Deed::kind).containsExactly(Kind.DELETE_ENDPOINT);
            assertThat(older).extracting(Activity::deed).extracting(Deed::kind).containsExactly(Kind.CREATE_ENDPOINT);
        }
    }

    private Activity newest(Kind kind) {
        return journal.stream()
                .filter(entry -> entry.deed().kind() == kind)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void awaitEntry(Kind kind, Verdict verdict) {
        await().until(() ->
                journal.stream().anyMatch(entry -> entry.deed().kind() == kind && entry.verdict() == verdict));
    }

    private InstanceId onlyInstance() {
        return engine.list().toCompletableFuture().join().get(0).id();
    }
}

package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DataCollection.Rolling;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Facet;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.router.Collector;
import dev.sluice.router.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class CollectedDataTest {

    @Parameter
    private Face face;

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private final List<Activity> journal = new CopyOnWriteArrayList<>();
    private RuntimeUnderTest runtime;

    @BeforeEach
    void blue_is_up() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder, face);
        runtime.control.watchActivity(100, journal::add);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        runtime.bringUp(BLUE, InitialTraffic.ALL);
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    @Test
    void nothing_is_collected_unless_the_file_asks_for_it() {
        assertThat(collector()).isSameAs(Collector.NONE);
    }

    @Test
    void an_update_switches_the_collector_on_and_off_while_the_instances_go_on() throws Exception {
        collect("request");
        assertThat(collector().samplesNext()).isTrue();
        var on = collector();
        runtime.ask(runtime.control.scale(BLUE, 2));
        assertThat(collector()).as("after something else has changed").isSameAs(on);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        update(DataCollection.NONE);
        assertThat(collector()).isSameAs(Collector.NONE);
        assertThat(runtime.fleet().deployment(BLUE).orElseThrow().state())
                .isNotInstanceOf(DeploymentState.Updating.class);
        assertThat(engine.started()).allMatch(instance -> instance.key().generation() == firstGeneration());
    }

    @Test
    void collections_that_the_script_fills_need_new_instances_since_they_are_told_when_they_start() throws Exception {
        collect("model_inputs");
        await().until(() -> engine.started().stream().anyMatch(it -> it.key().generation() > firstGeneration()));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    @Test
    void what_was_collected_is_told_and_wiped_and_the_wipe_stands_in_the_journal() throws Exception {
        collect("request", "response");
        keepOne();
        var before = runtime.get(runtime.control.collected(BLUE));
        assertThat(before.records()).isEqualTo(2);
        assertThat(before.diskBytes()).isPositive();
        assertThat(Path.of(before.folder())).isDirectory();

        assertThat(runtime.get(runtime.control.wipeCollected(BLUE))).isEqualTo(new Wiped(2, before.diskBytes()));

        assertThat(Path.of(before.folder())).doesNotExist();
        assertThat(runtime.get(runtime.control.collected(BLUE)).diskBytes()).isZero();
        assertThat(journal)
                .filteredOn(entry -> entry.deed().kind() == Deed.Kind.WIPE_COLLECTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.deed().before())
                        .isEqualTo(new Facet.Said("2 files, " + before.diskBytes() + " bytes")));
    }

    @Test
    void who_wiped_it_and_why_stands_in_the_journal() throws Exception {
        collect("request");
        keepOne();
        var user = new Actor(Actor.Face.CONSOLE, System.getProperty("user.name"));

        runtime.get(runtime.control.by(user).because("no longer needed").wipeCollected(BLUE));

        await().until(() -> journal.stream().anyMatch(entry -> entry.deed().kind() == Deed.Kind.WIPE_COLLECTED));
        assertThat(journal)
                .filteredOn(entry -> entry.deed().kind() == Deed.Kind.WIPE_COLLECTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor())
                        .isEqualTo(new Actor(Actor.Face.CONSOLE, System.getProperty("user.name"), "no longer needed")));
    }

    @Test
    void n1_the_files_go_with_the_endpoint() throws Exception {
        collect("request");
        keepOne();
        var files = Path.of(runtime.get(runtime.control.collected(BLUE)).folder());
        assertThat(files).isDirectory();
        runtime.ask(runtime.control.deleteEndpoint(DIABETES));
        assertThat(files).doesNotExist();
    }

    @Test
    void m5_the_files_stay_when_only_the_deployment_is_deleted() throws Exception {
        runtime.bringUp(GREEN, InitialTraffic.ALL);
        collect("request");
        keepOne();
        var files = Path.of(runtime.get(runtime.control.collected(BLUE)).folder());
        runtime.ask(runtime.control.deleteDeployment(BLUE));
        await().until(() -> runtime.fleet().deployment(BLUE).isEmpty());
        assertThat(files).isDirectory();
    }

    @Test
    void who_asks_about_a_deployment_that_is_not_there_is_told_so() {
        assertThatThrownBy(() -> runtime.get(runtime.control.wipeCollected(GREEN)))
                .hasMessageContaining("no deployment diabetes/green");
    }

    private long firstGeneration() {
        return engine.started().get(0).key().generation();
    }

    private void collect(String... collections) throws Exception {
        var wanted = new TreeMap<String, DataCollection.Collection>();
        Stream.of(collections).forEach(name -> wanted.put(name, new DataCollection.Collection(true, "")));
        update(new DataCollection(1, Rolling.HOUR, wanted, List.of()));
    }

    private void update(DataCollection collection) throws Exception {
        var now = runtime.fleet().deployment(BLUE).orElseThrow().spec();
        runtime.ask(runtime.control.updateDeployment(
                now.draft().collection(collection).done()));
    }

    private void keepOne() {
        var body = new Passage.Body("application/json", "[1]".getBytes(UTF_8), 3, true);
        collector().take(new Passage("r", "r", "POST", "/score", Map.of(), Optional.of(body), Optional.of(body)), 0);
    }

    private Collector collector() {
        return runtime.router
                .table()
                .endpoint(DIABETES.text())
                .orElseThrow()
                .deployment(BLUE.deployment())
                .orElseThrow()
                .collector();
    }
}

package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Activity;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.InstanceType;
import dev.sluice.domain.LocalSize;
import dev.sluice.domain.Machine;
import dev.sluice.domain.Problem;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.InstanceSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fits a computer on which one instance of blue runs already, with 1 GiB and one core. */
class CapacityTest {

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private RuntimeUnderTest runtime;

    private void blueRunsOn(Machine machine) throws Exception {
        blueRunsOn(machine, InstanceProfiles.NONE);
    }

    private void blueRunsOn(Machine machine, InstanceProfiles profiles) throws Exception {
        engine.on(machine);
        runtime = new RuntimeUnderTest(engine, folder, Face.REMOTE, profiles);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        engine.startsAtOnce();
        create(runtime.spec(BLUE));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    @AfterEach
    void end() throws Exception {
        await().until(() -> runtime.fleet().jobs().stream().noneMatch(Job::isRunning));
        runtime.close();
        host.close();
    }

    @Test
    void c8_more_memory_than_the_computer_has_is_refused_with_the_numbers_before_anything_starts() throws Exception {
        blueRunsOn(new Machine(2, 4 * 1024));

        assertThat(refusedWhen(green(4, "Standard_E2s_v3"))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.OUT_OF_CAPACITY);
            assertThat(problem.path()).isEqualTo("instance_count");
            assertThat(problem.message()).contains("memory", "OutOfQuota", "4.0 GiB more", "1.0 GiB", "has 4.0 GiB");
            assertThat(problem.remedy()).contains("--instance-profile NAME=CORES,GiB");
        });
        assertThat(runtime.fleet().deployment(GREEN)).isEmpty();
        assertThat(engine.started()).hasSize(1);

        assertThat(create(green(3, "Standard_E2s_v3"))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void c8_a_size_that_the_computer_does_not_have_fits_once_a_profile_says_what_it_stands_for() throws Exception {
        var small = new InstanceProfiles(List.of(InstanceProfile.parse("Standard_DS5_v2=0.5,0.5")));
        blueRunsOn(new Machine(1, 2 * 1024), small);

        assertThat(create(green(2, "Standard_DS5_v2"))).isInstanceOf(Outcome.Applied.class);
        runtime.awaitState(GREEN, DeploymentState.Succeeded.class);

        var size = new LocalSize(0.5, 512, LocalSize.Origin.PROFILE);
        assertThat(engine.started())
                .filteredOn(spec -> spec.key().deployment().equals(GREEN))
                .extracting(InstanceSpec::size)
                .containsExactly(size, size);
        assertThat(runtime.fleet().deployment(GREEN).orElseThrow().size()).isEqualTo(size);
        assertThat(runtime.fleet().runtime().profiles()).isEqualTo(small);
    }

    @Test
    void c8_cores_are_shared_but_not_without_end() throws Exception {
        blueRunsOn(new Machine(1, 64 * 1024));

        assertThat(refusedWhen(green(1, "Standard_DS5_v2")))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("4.0 cores more", "1.0 cores", "no more than 4.0 cores");

        assertThat(create(green(3, "Standard_DS3_v2"))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void c8_scaling_and_updates_are_measured_too_and_whoever_wants_it_all_the_same_gets_it() throws Exception {
        blueRunsOn(new Machine(2, 3 * 1024));

        assertThat(runtime.ask(runtime.control.scale(BLUE, 4))).isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(runtime.control.updateDeployment(sized(runtime.spec(BLUE), 1, "Standard_DS5_v2"))))
                .isInstanceOf(Outcome.Refused.class);

        assertThat(runtime.ask(runtime.control.beyondCapacity().scale(BLUE, 4))).isInstanceOf(Outcome.Applied.class);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(runtime.ask(runtime.control.scale(BLUE, 5)))
                .as("a later command, asked as usual")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void g4_an_update_needs_room_for_the_instances_that_start_beside_the_old_ones() throws Exception {
        blueRunsOn(new Machine(2, 4 * 1024));
        runtime.ask(runtime.control.scale(BLUE, 4));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);

        var refused = (Outcome.Refused) runtime.ask(runtime.control.redeploy(BLUE));
        assertThat(refused.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("1.0 GiB more", "4.0 GiB are promised");
    }

    @Test
    void what_is_started_beyond_capacity_stands_in_the_journal_with_the_numbers() throws Exception {
        blueRunsOn(new Machine(2, 3 * 1024));
        var journal = new CopyOnWriteArrayList<Activity>();
        // Over HTTP the watch may begin after the command that is given next: what is kept by then is told too.
        runtime.control.watchActivity(10, journal::add);

        runtime.ask(runtime.control.beyondCapacity().scale(BLUE, 4));

        await().untilAsserted(() -> assertThat(journal)
                .filteredOn(entry -> entry.deed().kind() == Deed.Kind.SCALE)
                .anySatisfy(
                        entry -> assertThat(entry.why()).contains("all the same", "not enough memory", "has 3.0 GiB")));
    }

    @Test
    void the_way_back_from_an_update_is_never_too_much() throws Exception {
        blueRunsOn(new Machine(2, 3 * 1024));
        runtime.ask(runtime.control.beyondCapacity().scale(BLUE, 4));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        engine.whenStarted(instance -> {});
        var update = sized(runtime.spec(BLUE), 4, "Standard_DS1_v2");
        assertThat(runtime.ask(runtime.control.beyondCapacity().updateDeployment(update)))
                .isInstanceOf(Outcome.Applied.class);

        assertThat(runtime.ask(runtime.control.dropUpdate(BLUE))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void what_is_too_much_already_may_become_less() throws Exception {
        blueRunsOn(new Machine(2, 3 * 1024));
        runtime.ask(runtime.control.beyondCapacity().scale(BLUE, 6));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);

        assertThat(runtime.ask(runtime.control.scale(BLUE, 5))).isInstanceOf(Outcome.Applied.class);
    }

    private DeploymentSpec green(int instances, String size) {
        return sized(runtime.spec(GREEN), instances, size);
    }

    private static DeploymentSpec sized(DeploymentSpec spec, int instances, String size) {
        return spec.draft()
                .instanceCount(instances)
                .instanceType(InstanceType.of(size))
                .done();
    }

    private List<Problem> refusedWhen(DeploymentSpec spec) throws Exception {
        return ((Outcome.Refused) create(spec)).problems();
    }

    private Outcome create(DeploymentSpec spec) throws Exception {
        return runtime.ask(runtime.control.createDeployment(spec, InitialTraffic.NONE));
    }
}

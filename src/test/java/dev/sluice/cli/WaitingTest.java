package dev.sluice.cli;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.Job;
import dev.sluice.engine.FakeEngine.Call;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that wait for what they have begun, and those that do not. */
class WaitingTest {

    private static final String CREATE = "ml online-deployment create -n blue -e diabetes -f @blue.yml";

    @TempDir
    private Path folder;

    private CommandLineUnderTest line;

    @BeforeEach
    void an_endpoint_is_there() throws Exception {
        line = new CommandLineUnderTest(folder);
        line.run("ml online-endpoint create -n diabetes");
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    @Test
    void e1_a_deployment_that_fails_moves_no_traffic_and_its_traceback_is_told() {
        line.engine.whenStarted(instance -> {
            instance.log("Traceback (most recent call last):");
            instance.log("E sluice.boot - UserScriptInitFailed: KeyError: 'weights' (score.py:7)");
            instance.end(3, "exit code 3");
        });

        var ran = line.run(CREATE + " --all-traffic");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("ERROR: (UserScriptInitFailed) ")
                .contains("KeyError: 'weights'")
                .contains("\nTo mend it: ")
                .contains("\n  | Traceback (most recent call last):")
                .doesNotContain("at dev.sluice");
        assertThat(line.run("ml online-endpoint show -n diabetes --query traffic.blue")
                        .out())
                .isEqualTo("0\n");
        assertThat(state()).isEqualTo("Failed\n");
    }

    @Test
    void a_later_update_does_not_tell_the_failure_of_an_earlier_one() {
        line.run(CREATE);
        line.engine.whenStarted(instance -> instance.end(3, "exit code 3"));
        assertThat(line.run("ml online-deployment update -n blue -e diabetes --set environment_variables.A=1")
                        .exitCode())
                .isEqualTo(1);
        line.engine.startsAtOnce();
        await().until(() -> state().equals("Failed\n"));

        var ran = line.run("ml online-deployment update -n blue -e diabetes --set tags.a=1 --query tags.a");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo("\"1\"\n");
    }

    @Test
    void no_wait_returns_while_the_deployment_is_being_created_and_a_second_command_is_refused_with_what_runs() {
        line.engine.hold(Call.PREPARE);

        var begun = line.run(CREATE + " --no-wait");

        assertThat(begun.exitCode()).isZero();
        assertThat(begun.out()).isEmpty();
        assertThat(begun.err()).contains("ml online-deployment show -n blue -e diabetes");
        assertThat(state()).isEqualTo("Creating\n");
        var second = line.run("ml online-deployment update -n blue -e diabetes --set instance_count=2");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("ERROR: (").contains("create deployment diabetes/blue");
        line.engine.release(Call.PREPARE);
    }

    @Test
    void two_commands_at_once_on_one_endpoint_the_second_is_refused_with_the_running_operations_name()
            throws Exception {
        line.run(CREATE);
        line.engine.hold(Call.PREPARE);
        var first = inBackground("ml online-deployment update -n blue -e diabetes --set environment_variables.A=1");
        await().until(() -> state().equals("Updating\n"));

        for (var second : new String[] {
            "ml online-deployment update -n blue -e diabetes --set environment_variables.A=2",
            "ml online-deployment delete -n blue -e diabetes --yes",
            "ml online-endpoint delete -n diabetes --yes"
        }) {
            var refused = line.run(second);
            assertThat(refused.exitCode()).as(second).isEqualTo(1);
            assertThat(refused.err())
                    .as(second)
                    .contains("ERROR: (UnderWay) ")
                    .contains("update deployment diabetes/blue")
                    .contains("wait until it has ended, or have this done instead by --insist");
        }
        assertThat(line.run("ml online-endpoint update -n diabetes --traffic blue=100")
                        .exitCode())
                .as("traffic may always be moved")
                .isZero();

        line.engine.release(Call.PREPARE);
        assertThat(first.get(30, TimeUnit.SECONDS).exitCode()).isZero();
    }

    @Test
    void who_insists_has_his_command_carried_out_instead_of_what_runs() throws Exception {
        line.engine.hold(Call.PREPARE);
        var creation = inBackground(CREATE);
        await().until(() -> state().equals("Creating\n"));

        var deletion = line.run("ml online-deployment delete -n blue -e diabetes --yes --insist --no-wait");
        line.engine.release(Call.PREPARE);

        assertThat(deletion.exitCode()).as(deletion.err()).isZero();
        assertThat(creation.get(30, TimeUnit.SECONDS).exitCode()).isNotZero();
    }

    @Test
    void a_deployment_that_is_cancelled_meanwhile_is_said_to_be() throws Exception {
        line.engine.hold(Call.PREPARE);
        var creation = inBackground(CREATE);
        await().until(() -> line.runtime.fleet().jobs().stream().anyMatch(Job::isRunning));

        line.runtime.ask(
                line.runtime.control.cancel(line.runtime.fleet().jobs().get(0).id()));
        line.engine.release(Call.PREPARE);

        var ran = creation.get(30, TimeUnit.SECONDS);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(1);
        assertThat(ran.err()).contains("create deployment diabetes/blue was cancelled");
    }

    @Test
    void a_runtime_that_ends_meanwhile_is_noticed() throws Exception {
        line.engine.hold(Call.PREPARE);
        var creation = inBackground(CREATE);
        await().until(() -> line.runtime.fleet().jobs().stream().anyMatch(Job::isRunning));

        line.runtime.close();

        var ran = creation.get(30, TimeUnit.SECONDS);
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("the runtime does not answer any more");
    }

    @Test
    void e6_a_script_reads_a_line_for_each_phase() {
        assertThat(line.run(CREATE).err().lines())
                .containsExactly(
                        "create deployment diabetes/blue: check",
                        "create deployment diabetes/blue: unpack",
                        "create deployment diabetes/blue: environment",
                        "create deployment diabetes/blue: start",
                        "create deployment diabetes/blue: init",
                        "create deployment diabetes/blue: probe");
        assertThat(line.run("ml online-deployment create -n green -e diabetes -f @green.yml --only-show-errors")
                        .err())
                .isEmpty();
    }

    @Test
    void e6_a_person_sees_one_line_with_phase_and_time_which_is_gone_at_the_end() {
        var terminal = PlayedTerminal.ofPerson("");

        line.run(terminal, CREATE + " --query name");

        assertThat(terminal.said())
                .contains("\rcreate deployment diabetes/blue: environment, 0 s")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
        assertThat(terminal.told()).isEqualTo("\"blue\"\n");
    }

    @Test
    void who_ends_the_command_is_told_that_the_operation_goes_on() {
        var terminal = PlayedTerminal.ofPerson("");
        line.engine.whenStarted(instance -> {
            terminal.interrupt();
            instance.listen();
        });

        line.run(terminal, CREATE);

        assertThat(terminal.said())
                .contains("create deployment diabetes/blue goes on in the runtime")
                .contains("it is taken back by 'delete' with --insist");
    }

    @Test
    void who_ends_a_deletion_is_not_told_to_delete() {
        line.run(CREATE);
        var terminal = PlayedTerminal.ofPerson("y");
        line.meanwhile = terminal::interrupt;

        line.run(terminal, "ml online-deployment delete -n blue -e diabetes");

        assertThat(terminal.said())
                .contains("delete deployment diabetes/blue goes on in the runtime. See how far it is by 'show'\n")
                .doesNotContain("--insist");
    }

    @Test
    void m2_a_person_is_asked_before_something_is_deleted() {
        line.run(CREATE);
        var unwilling = PlayedTerminal.ofPerson("no");

        int refused = line.run(unwilling, "ml online-deployment delete -n blue -e diabetes");

        assertThat(refused).isEqualTo(1);
        assertThat(unwilling.questions)
                .containsExactly("Are you sure you want to delete deployment diabetes/blue? (y/n): ");
        assertThat(unwilling.said()).contains("Operation cancelled");
        assertThat(line.runtime.fleet().deployment(BLUE)).isPresent();
        assertThat(line.run(PlayedTerminal.ofPerson("Y"), "ml online-deployment delete -n blue -e diabetes"))
                .isZero();
        assertThat(state()).isEmpty();
    }

    @Test
    void m1_delete_ends_although_the_name_is_used_again_meanwhile() throws Exception {
        line.run(CREATE);
        line.engine.hold(Call.PREPARE);
        line.meanwhile =
                () -> await().until(() -> line.run(CREATE + " --no-wait").exitCode() == 0);

        var deletion = inBackground("ml online-deployment delete -n blue -e diabetes --yes");

        assertThat(deletion.get(30, TimeUnit.SECONDS).exitCode()).isZero();
        assertThat(state()).isEqualTo("Creating\n");
        line.engine.release(Call.PREPARE);
    }

    @Test
    void n1_delete_of_an_endpoint_ends_although_its_name_is_used_again_meanwhile() throws Exception {
        line.run(CREATE);
        line.meanwhile = () -> await().until(
                        () -> line.run("ml online-endpoint create -n diabetes").exitCode() == 0);

        var deletion = inBackground("ml online-endpoint delete -n diabetes --yes");

        assertThat(deletion.get(30, TimeUnit.SECONDS).exitCode()).isZero();
        assertThat(line.run("ml online-endpoint show -n diabetes").exitCode()).isZero();
    }

    @Test
    void m1_n1_delete_with_no_wait_returns_at_once_also_of_an_endpoint_whose_deployment_is_being_deleted() {
        line.run(CREATE);
        line.engine.hold(Call.STOP);

        assertThat(line.run("ml online-deployment delete -n blue -e diabetes --yes --no-wait")
                        .exitCode())
                .isZero();
        assertThat(state()).isEqualTo("Deleting\n");
        assertThat(line.run("ml online-endpoint delete -n diabetes --yes --no-wait")
                        .exitCode())
                .isZero();

        line.engine.release(Call.STOP);
    }

    private String state() {
        return line.run("ml online-deployment show -n blue -e diabetes --query provisioning_state -o tsv")
                .out();
    }

    private CompletableFuture<CommandLineUnderTest.Ran> inBackground(String command) {
        return CompletableFuture.supplyAsync(() -> line.run(command));
    }
}

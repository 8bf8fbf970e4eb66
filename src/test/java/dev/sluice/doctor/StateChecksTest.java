package dev.sluice.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.doctor.Finding.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateChecksTest {

    private static final Path HOME = Path.of("/home/me/.local/state/sluice");
    private static final String CONTROL = """
            {"address": "http://127.0.0.1:7001", "secret": "hush", "pid": 812, "version": "1", "kind": "serve"}
            """;

    private final FakeComputer computer = new FakeComputer();
    private final StateFolder state = new StateFolder(computer, HOME);

    @Test
    void a_state_folder_that_is_not_there_yet_is_well() {
        assertThat(new RuntimeCheck(computer, state).look())
                .containsExactly(Finding.ok("State folder", HOME + ", not there yet: the first start makes it"));
    }

    @Test
    void a_state_folder_of_somebody_else_is_in_the_way() {
        computer.file(state.lock(), "").readOnly.add(HOME);
        var finding = new RuntimeCheck(computer, state).look().get(0);
        assertThat(finding.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(finding.fix()).contains("chown", HOME.toString(), "--home");
    }

    @Test
    void a_runtime_that_is_up_is_told_with_its_process_and_its_control_port() {
        isUp();
        assertThat(runtime()).isEqualTo(Finding.ok("Runtime", "up: serve, pid 812, control at 127.0.0.1:7001"));
    }

    @Test
    void a_runtime_that_cannot_be_reached_is_named_by_its_lock() {
        isUp();
        computer.files.remove(state.runtimeFile());
        assertThat(runtime().verdict()).isEqualTo(Verdict.HINT);
        assertThat(runtime().found()).startsWith("pid 812 has the state folder open");
        assertThat(runtime().fix()).contains("kill 812");
    }

    @Test
    void a_file_of_a_runtime_before_the_one_that_has_the_lock_does_not_pass_for_its_own() {
        isUp();
        computer.locks.put(state.lock(), 900L);
        assertThat(runtime().found()).startsWith("pid 900 has the state folder open");
    }

    @Test
    void what_a_killed_runtime_has_left_is_told_and_does_no_harm() {
        isUp();
        computer.locks.clear();
        assertThat(runtime().verdict()).isEqualTo(Verdict.HINT);
        assertThat(runtime().found()).contains("left over from pid 812");
        assertThat(runtime().fix()).contains("nothing need be done");
    }

    @Test
    void a_left_over_file_that_is_broken_is_told_too() {
        computer.file(state.lock(), "").file(state.runtimeFile(), "{\"pid\":");
        assertThat(runtime().found()).contains("left over and cannot be read");
    }

    @Test
    void nobody_up_and_nothing_left_is_well() {
        computer.file(state.lock(), "");
        assertThat(runtime().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void no_finding_ever_tells_the_secret() {
        isUp();
        assertThat(new RuntimeCheck(computer, state).look().toString()).doesNotContain("hush");
    }

    @Test
    void ports_that_are_free_or_the_runtimes_own_are_well() {
        computer.file(HOME.resolve("router.port"), "8410\n").file(HOME.resolve("metrics.port"), "8411\n");
        assertThat(new PortsCheck(computer, state).look())
                .containsExactly(
                        Finding.ok("Port of the endpoints", "8410, free"),
                        Finding.ok("Port of /metrics", "8411, free"));
        isUp();
        computer.listeners.put(8410, new Computer.Listener(Optional.of("java (pid 812)")));
        assertThat(port()).isEqualTo(Finding.ok("Port of the endpoints", "8410, served by the runtime (pid 812)"));
    }

    @Test
    void a_port_that_another_program_has_taken_is_told_with_its_name() {
        computer.file(HOME.resolve("router.port"), "8410\n");
        computer.listeners.put(8410, new Computer.Listener(Optional.of("nginx (pid 5)")));
        assertThat(port().verdict()).isEqualTo(Verdict.HINT);
        assertThat(port().found()).isEqualTo("8410 is taken by nginx (pid 5)");
        computer.listeners.put(8410, new Computer.Listener(Optional.empty()));
        assertThat(port().found()).isEqualTo("8410 is taken by another user's program");
    }

    @Test
    void the_port_for_programs_is_looked_at_too_and_commands_find_another_by_themselves() {
        computer.file(HOME.resolve("control.port"), "8412\n");
        assertThat(port()).isEqualTo(Finding.ok("Port for programs", "8412, free"));
        computer.listeners.put(8412, new Computer.Listener(Optional.of("nginx (pid 5)")));
        assertThat(port().found()).isEqualTo("8412 is taken by nginx (pid 5)");
        assertThat(port().fix()).contains("control.json").doesNotContain("clients need");
        computer.file(HOME.resolve("router.port"), "8410\n");
        computer.listeners.put(8410, new Computer.Listener(Optional.of("nginx (pid 5)")));
        assertThat(port().fix()).contains("clients need the new address");
    }

    @Test
    void a_kept_port_that_a_runtime_did_not_get_is_told() {
        computer.file(HOME.resolve("router.port"), "8410\n");
        isUp();
        assertThat(port().verdict()).isEqualTo(Verdict.HINT);
        assertThat(port().fix()).contains("./sluice status");
    }

    @Test
    void what_is_no_port_is_no_kept_port() {
        computer.file(HOME.resolve("router.port"), "eighty\n");
        assertThat(port().found()).startsWith("none kept yet");
    }

    private void isUp() {
        computer.file(state.lock(), "").file(state.runtimeFile(), CONTROL);
        computer.locks.put(state.lock(), 812L);
    }

    private Finding runtime() {
        return new RuntimeCheck(computer, state).look().get(1);
    }

    private Finding port() {
        return new PortsCheck(computer, state).look().get(0);
    }
}

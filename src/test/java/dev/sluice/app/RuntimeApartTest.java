package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.control.RolloutControl;
import dev.sluice.home.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime as a process of its own, and windows and commands that come and go. */
class RuntimeApartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StringWriter told = new StringWriter();

    @TempDir
    private Path home;

    @Test
    void a_killed_window_costs_no_request_and_the_runtime_needs_no_toolkit_itself() throws Exception {
        try (var serve = SluiceProgram.start(home, RuntimeApartTest::isNoToolkit, "serve", "--engine", "process")) {
            var note = SluiceProgram.up(home);
            try (var control = SluiceProgram.control(note)) {
                assertThat(note.pid()).isEqualTo(serve.pid());
                LiveModel.bringUp(control);
                try (var window = SluiceProgram.start(home);
                        var load = loadOnceOpen(window, control)) {
                    await().atMost(PATIENCE).until(() -> load.answered() > 1000);
                    window.kill();
                    int before = load.answered();
                    await().atMost(PATIENCE).until(() -> load.answered() > before + 1000);

                    System.out.println("a killed window: " + load);
                    assertThat(load.failures()).as(load.toString()).isEmpty();
                }
                assertThat(command("stop")).as("a script is not asked").isEqualTo(1);
                assertThat(said()).contains("1 deployment is up").contains("--yes");
            }
            assertThat(command("stop", "--yes")).isZero();
            assertThat(said()).contains("Stopped: process " + serve.pid());
            assertThat(serve.exit()).isZero();
            assertThat(serve.said())
                    .contains("Sluice serves.")
                    .contains("/openapi.json", "the secret of " + home.resolve("control.json"));
            assertThat(Home.holder(home)).isEmpty();
            assertThat(home.resolve("control.json")).doesNotExist();
        }
    }

    @Test
    void a_second_runtime_is_refused_with_the_first_ones_process_and_a_crash_leaves_no_obstacle() throws Exception {
        try (var first = SluiceProgram.start(home, "serve", "--engine", "process")) {
            SluiceProgram.up(home);
            assertThat(command("serve", "--engine", "process")).isEqualTo(1);
            assertThat(said())
                    .contains("in use by another Sluice (process " + first.pid() + ")")
                    .contains("./sluice stop")
                    .doesNotContain("\tat ");
            first.kill();
        }
        assertThat(home.resolve("control.json")).exists();
        assertThat(command("status")).as("nothing is up").isEqualTo(3);
        try (var next = Home.open(home).orElseThrow()) {
            assertThat(Home.holder(next.folder()))
                    .contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void commands_without_a_runtime_start_one_in_the_background_and_only_one() throws Exception {
        try (var one = SluiceProgram.start(home, "ml", "online-endpoint", "list", "-o", "tsv");
                var other = SluiceProgram.start(home, "ml", "online-endpoint", "list", "-o", "tsv")) {
            assertThat(one.exit()).as(one.said()).isZero();
            assertThat(other.exit()).as(other.said()).isZero();
            var note = SluiceProgram.up(home);
            var sentence = "No runtime was up: started one in the background (pid " + note.pid() + ")";
            assertThat((one.said() + other.said()).split("No runtime was up", -1))
                    .hasSize(2);
            assertThat(one.said() + other.said())
                    .contains(sentence)
                    .contains(
                            "No runtime is up: starting one in the background (its log: " + home.resolve("serve.log"));
            assertThat(sessionOf(note.pid())).as("a session of its own").isEqualTo(note.pid());
            assertThat(command("status")).isZero();
            assertThat(said()).contains("A runtime is up").contains(String.valueOf(note.pid()));
            assertThat(command("status", "-o", "json")).isZero();
            assertThat(new JsonMapper().readTree(said()).properties())
                    .extracting(key -> key.getKey() + "=" + key.getValue().asText())
                    .contains(
                            "state=up",
                            "home=" + home,
                            "pid=" + note.pid(),
                            "version=" + Version.OWN,
                            "kind=serve",
                            "control=" + note.doorway().address(),
                            "endpoints=0",
                            "deployments_up=0");
        } finally {
            assertThat(command("stop", "--yes")).isZero();
        }
        assertThat(command("status", "--json")).isEqualTo(3);
        assertThat(said()).contains("\"state\" : \"down\"", home.toString());
    }

    /** A command of this process, on the same folder. */
    private int command(String... words) {
        told.getBuffer().setLength(0);
        var writer = new PrintWriter(told, true);
        var line = Main.commandLine().setOut(writer).setErr(writer);
        return line.execute(Stream.concat(Stream.of(words), Stream.of("--home", home.toString()))
                .toArray(String[]::new));
    }

    /** What the last one has said. */
    private String said() {
        return told.toString();
    }

    @Test
    void a_runtime_that_does_not_answer_can_be_told_to_stop_only_by_its_process_which_is_named() throws Exception {
        try (var serve = SluiceProgram.start(home, "serve", "--engine", "process")) {
            var note = SluiceProgram.up(home);
            var path = home.resolve("control.json");
            Files.writeString(
                    path, Files.readString(path).replace(note.doorway().secret().reveal(), "of another"));
            for (var words : List.of(List.of("stop", "--yes"), List.of("stop"), List.of("status"))) {
                assertThat(command(words.toArray(String[]::new))).isEqualTo(1);
                assertThat(said())
                        .contains("process " + serve.pid(), "does not answer", "secret")
                        .contains(words.contains("stop") ? "kill " + serve.pid() : "sluice.log");
            }
            assertThat(command("status", "--output", "json")).isEqualTo(1);
            assertThat(said()).contains("\"state\" : \"not_answering\"", "\"reason\"", "\"pid\" : " + serve.pid());
        }
    }

    @Test
    void a_folder_that_is_open_and_has_no_runtime_yet_is_told_from_a_free_one() throws Exception {
        try (var starting = Home.open(home).orElseThrow()) {
            assertThat(starting.folder()).isEqualTo(home);
            assertThat(command("status")).isEqualTo(1);
            assertThat(said())
                    .contains("Process " + ProcessHandle.current().pid())
                    .contains("starting or ending");
            assertThat(command("status", "--json")).isEqualTo(1);
            assertThat(said()).contains("\"state\" : \"starting_or_ending\"");
        }
    }

    private static boolean isNoToolkit(String jar) {
        return !jar.matches(".*(javafx|controlsfx|chartfx|atlantafx|richtextfx|ikonli|monocle).*\\.jar");
    }

    private SteadyRequests loadOnceOpen(SluiceProgram window, RolloutControl control) throws Exception {
        await().atMost(PATIENCE).until(() -> isOpen(window));
        return LiveModel.load(control);
    }

    /** The first looks of an open window are kept after some seconds. */
    private boolean isOpen(SluiceProgram window) {
        assertThat(window.isAlive()).isTrue();
        return Files.exists(home.resolve("window.properties"));
    }

    private static long sessionOf(long pid) throws Exception {
        var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
    }
}

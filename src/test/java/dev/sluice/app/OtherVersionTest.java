package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.CloudCommands;
import dev.sluice.cli.Terminal;
import dev.sluice.home.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A runtime that another version of this program has started, and that goes on while the program is replaced. */
class OtherVersionTest {

    private final StringWriter told = new StringWriter();

    @TempDir
    private Path home;

    private ForeignRuntime foreign;

    @BeforeEach
    void a_runtime_of_another_version_is_up() throws Exception {
        foreign = ForeignRuntime.in(home);
    }

    @AfterEach
    void end() {
        foreign.close();
    }

    @Test
    void stop_says_of_which_version_it_is_and_ends_nothing_that_it_cannot_look_into_without_being_told_to() {
        assertThat(command("stop")).isEqualTo(1);

        assertThat(told.toString())
                .contains("process " + foreign.pid(), "is of version 99.1, and this of " + Version.OWN)
                .contains("cannot be seen from here", "--yes");
        assertThat(foreign.isUp()).isTrue();
    }

    @Test
    void stop_yes_ends_it() {
        assertThat(command("stop", "--yes")).isZero();

        assertThat(told.toString()).contains("Stopped: process " + foreign.pid());
        assertThat(foreign.isUp()).isFalse();
    }

    @Test
    void status_says_that_one_is_up_of_which_version_and_what_to_do() {
        assertThat(command("status")).isZero();

        assertThat(told.toString())
                .contains("A runtime is up", "process " + foreign.pid(), "is of version 99.1")
                .contains("./sluice stop");
    }

    @Test
    void status_says_so_for_programs_too() {
        assertThat(command("status", "--json")).isZero();

        assertThat(told.toString()).contains("\"state\" : \"other_version\"", "\"version\" : \"99.1\"");
    }

    @Test
    void a_cloud_command_warns_of_the_version_fails_and_names_the_way_out_that_works() {
        try (var runtime = new OwnRuntime(Map.of("SLUICE_HOME", home.toString()))) {
            assertThat(new CloudCommands(runtime::in, new Script(told), Clock.systemUTC())
                            .run(List.of("ml", "online-endpoint", "list")))
                    .isEqualTo(1);
        }

        assertThat(told.toString())
                .contains("WARNING: the runtime that is up (process " + foreign.pid() + ") is of version 99.1")
                .contains("ERROR: The runtime is of another version", "planets: there is no such key")
                .contains("stop it with ./sluice stop");
    }

    @Test
    @Timeout(120)
    void no_window_is_opened_that_could_not_show_anything() {
        // Whoever has the folder open is this process: otherwise the console would make a runtime of its own.
        try (var taken = Home.open(home).orElseThrow()) {
            assertThat(command()).as(taken.folder() + " is in use").isEqualTo(1);
        }

        assertThat(told.toString())
                .contains("is of version 99.1", "a window of this version cannot show it", "./sluice stop");
    }

    private int command(String... words) {
        var writer = new PrintWriter(told, true);
        return Main.commandLine()
                .setOut(writer)
                .setErr(writer)
                .execute(Stream.concat(Stream.of(words), Stream.of("--home", home.toString()))
                        .toArray(String[]::new));
    }

    /** Nobody is there to be asked. */
    private record Script(StringWriter told) implements Terminal {

        @Override
        public PrintWriter out() {
            return new PrintWriter(told, true);
        }

        @Override
        public PrintWriter err() {
            return out();
        }

        @Override
        public boolean showsAnswers() {
            return false;
        }

        @Override
        public boolean showsProgress() {
            return false;
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.empty();
        }

        @Override
        public AutoCloseable onInterrupt(Runnable farewell) {
            return () -> {};
        }
    }
}

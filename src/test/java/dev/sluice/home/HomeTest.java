package dev.sluice.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void a_state_folder_is_one_runtimes_and_the_other_is_told_whose() {
        try (var home = Home.open(folder).orElseThrow()) {
            assertThat(Home.open(folder)).isEmpty();
            assertThat(Home.open(folder.resolve("."))).as("by another name").isEmpty();
            assertThat(Home.holder(home.folder()))
                    .contains(ProcessHandle.current().pid());
        }
        assertThat(Home.holder(folder)).isEmpty();
    }

    @Test
    void the_usual_folder_is_sluice_home_else_sluice_in_the_xdg_state_folder_else_in_its_default() {
        assertThat(Home.usual(Map.of("SLUICE_HOME", "/a/b", "XDG_STATE_HOME", "/xdg")))
                .isEqualTo(Path.of("/a/b"));
        assertThat(Home.usual(Map.of("SLUICE_HOME", "", "XDG_STATE_HOME", "/xdg")))
                .isEqualTo(Path.of("/xdg/sluice"));
        assertThat(Home.usual(Map.of("XDG_STATE_HOME", "")))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".local/state/sluice"));
        assertThat(Home.usual(Map.of("SLUICE_HOME", "here"))).isAbsolute().endsWithRaw(Path.of("here"));
    }

    @Test
    void a_crashed_runtimes_process_number_may_be_anothers_now() throws Exception {
        long pid = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("runtime.pid"), pid + "\n1\n");
        assertThat(Home.holder(folder)).isEmpty();

        Files.writeString(folder.resolve("runtime.pid"), pid + "\n");
        assertThat(Home.holder(folder)).as("written by an older program").contains(pid);
    }

    @Test
    void looking_at_a_folder_that_is_open_does_not_cost_its_owner_the_lock() throws Exception {
        try (var home = Home.open(folder).orElseThrow()) {
            assertThat(Home.open(home.folder())).isEmpty();

            assertThat(exitOfAnotherProcessThatOpensIt()).as("another process").isEqualTo(Opener.TAKEN);
        }
        assertThat(exitOfAnotherProcessThatOpensIt()).isEqualTo(Opener.OPENED);
    }

    private int exitOfAnotherProcessThatOpensIt() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName(),
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** A program that opens a state folder and leaves it without closing, as a crash does. */
    static final class Opener {

        static final int OPENED = 10;
        static final int TAKEN = 11;

        private Opener() {}

        public static void main(String[] args) {
            Runtime.getRuntime().halt(Home.open(Path.of(args[0])).isPresent() ? OPENED : TAKEN);
        }
    }
}

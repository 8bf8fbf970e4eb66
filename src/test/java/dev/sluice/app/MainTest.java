package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.InstanceType;
import dev.sluice.home.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {

    @Test
    void a_failure_on_another_thread_is_told_in_its_own_words() {
        var told = new StringWriter();
        var line = Main.commandLine();
        line.addSubcommand("fail", new Failing());
        line.setExecutionExceptionHandler(line.getExecutionExceptionHandler());
        line.setErr(new PrintWriter(told, true));

        assertThat(line.execute("fail")).isEqualTo(CommandLine.ExitCode.SOFTWARE);

        assertThat(told.toString()).isEqualToIgnoringNewLines("sluice: the disk is full");
    }

    @Test
    void a_folder_is_meant_from_where_the_user_is() {
        var options = CommandLine.populateCommand(new RuntimeOptions(), "--home", "state");

        assertThat(options.home).isEqualTo(Path.of("state").toAbsolutePath());
    }

    @Test
    void options_that_were_typed_are_told_from_those_that_were_not_and_from_the_folder() {
        var typed = Main.commandLine()
                .parseArgs("--home", "/tmp/elsewhere", "--engine", "auto", "--substitute-image", "a=b", "--port=7000");

        assertThat(RuntimeOptions.forAStart(typed))
                .containsExactlyInAnyOrder("--engine", "--substitute-image", "--port");
    }

    @Test
    void what_sizes_stand_for_comes_from_the_command_line_then_the_environment_then_the_state_folder(
            @TempDir Path folder) throws Exception {
        var options = CommandLine.populateCommand(
                new RuntimeOptions(), "--instance-profile", "a=1,1", "--instance-profile", "b=1,1");
        Files.writeString(folder.resolve("instance-profiles.txt"), "a=3,3\nb=3,3\nc=3,3\nd=3,3\n");

        try (var home = Home.open(folder).orElseThrow()) {
            var profiles = options.profiles(Map.of("SLUICE_INSTANCE_PROFILES", "b=2,2\n\n  c=2,2\n"), home);

            assertThat(List.of("a", "b", "c", "d"))
                    .extracting(name -> profiles.of(InstanceType.of(name)).cores())
                    .containsExactly(1.0, 1.0, 2.0, 3.0);
            assertThatThrownBy(() -> options.profiles(Map.of("SLUICE_INSTANCE_PROFILES", "b"), home))
                    .hasMessageContaining("$SLUICE_INSTANCE_PROFILES: 'b' is not of the form NAME=CORES,GiB");
        }
    }

    @Test
    void an_instance_profile_that_is_none_is_refused_with_its_form() {
        assertThatThrownBy(() -> CommandLine.populateCommand(new RuntimeOptions(), "--instance-profile", "DS5=2"))
                .hasMessageContaining("write NAME=CORES,GiB, such as Standard_DS5_v2=2,4");
    }

    @Test
    void each_command_tells_which_sluice_it_is() {
        for (var words : List.of(List.of("--version"), List.of("-V"), List.of("serve", "--version"))) {
            var told = new StringWriter();

            int exitCode =
                    Main.commandLine().setOut(new PrintWriter(told, true)).execute(words.toArray(String[]::new));

            assertThat(exitCode).isZero();
            assertThat(told.toString()).isEqualToIgnoringNewLines("Sluice " + Version.OWN);
        }
    }

    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw new ExecutionException(new IllegalStateException("the disk is full"));
        }
    }
}

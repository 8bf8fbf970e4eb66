package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
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

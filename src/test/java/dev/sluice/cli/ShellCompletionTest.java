package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the Tab key gives, in a real bash. */
class ShellCompletionTest {

    @TempDir
    private static Path folder;

    private static List<String> answers;

    /** The words of a line, the last of which is not finished; one bash for all lines. */
    private static final List<String> LINES = List.of(
            "sluice ",
            "./sluice ml online-",
            "sluice ml online-deployment ",
            "sluice ml online-deployment create --all",
            "sluice ml online-endpoint update --traffic blue=90 --mirr",
            "sluice ml online-endpoint show -o t",
            "sluice se",
            "az ml online-endpoint sh");

    @BeforeAll
    static void askBash() throws IOException, InterruptedException {
        var script =
                Files.writeString(folder.resolve("completion"), ShellCompletion.script(new CommandLine(new Whole())));
        var asked = LINES.stream()
                .map(line -> "tab " + (line.endsWith(" ") ? line + "''" : line))
                .collect(Collectors.joining("\n"));
        var session = Files.writeString(folder.resolve("session"), """
                shopt -s expand_aliases
                alias az=/opt/sluice/sluice
                compopt() { :; }
                source %s
                complete -p az
                tab() {
                  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
                  _complete_sluice
                  echo "${COMPREPLY[@]}"
                }
                %s
                """.formatted(script, asked));
        var bash = new ProcessBuilder("bash", "--norc", session.toString())
                .redirectErrorStream(true)
                .start();
        answers =
                new String(bash.getInputStream().readAllBytes(), UTF_8).lines().toList();
        bash.waitFor();
    }

    @Test
    void the_cloud_s_words_and_our_own_are_completed() {
        assertThat(answer("sluice ")).contains("ml", "account", "serve");
        assertThat(answer("./sluice ml online-")).containsExactly("online-endpoint", "online-deployment");
        assertThat(answer("sluice ml online-deployment ")).contains("create", "get-logs");
        assertThat(answer("sluice se")).containsExactly("serve");
    }

    @Test
    void options_are_completed_also_after_others() {
        assertThat(answer("sluice ml online-deployment create --all")).containsExactly("--all-traffic");
        assertThat(answer("sluice ml online-endpoint update --traffic blue=90 --mirr"))
                .containsExactly("--mirror-traffic");
    }

    @Test
    void so_are_the_words_that_an_option_takes() {
        assertThat(answer("sluice ml online-endpoint show -o t")).containsExactlyInAnyOrder("table", "tsv");
    }

    @Test
    void the_alias_for_the_cloud_s_command_is_completed_as_well() {
        assertThat(answers.get(0)).isEqualTo("complete -o default -F _complete_sluice az");
        assertThat(answer("az ml online-endpoint sh")).containsExactly("show");
    }

    private static List<String> answer(String line) {
        return List.of(answers.get(1 + LINES.indexOf(line)).split(" "));
    }

    @Command(name = "sluice")
    private static final class Whole {

        @Command
        int serve() {
            return 0;
        }
    }
}

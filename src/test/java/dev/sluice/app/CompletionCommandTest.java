package dev.sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Tab key gives, in a real bash and a real zsh. */
class CompletionCommandTest {

    private static final Path ZSH = Path.of("/usr/bin/zsh");

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
            "sluice serve --eng",
            "az ml online-endpoint sh");

    /** The script is the one that the user gets, with all commands that there are. */
    private static Path scriptFor(String shell) throws IOException {
        var script = new StringWriter();
        Main.commandLine().setOut(new PrintWriter(script, true)).execute("completion", shell);
        return Files.writeString(folder.resolve(shell + "-completion"), script.toString());
    }

    private static String run(String shell, Path session) throws IOException, InterruptedException {
        var process = new ProcessBuilder(shell, session.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    @BeforeAll
    static void askBash() throws IOException, InterruptedException {
        var asked = LINES.stream()
                .map(line -> "tab " + (line.endsWith(" ") ? line + "''" : line))
                .collect(Collectors.joining("\n"));
        var session = Files.writeString(folder.resolve("session.bash"), """
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
                """.formatted(scriptFor("bash"), asked));
        answers = run("bash", session).lines().toList();
    }

    @Test
    void the_cloud_s_words_and_our_own_are_completed() {
        assertThat(answer("sluice ")).contains("ml", "account", "serve", "stop", "status", "doctor");
        assertThat(answer("./sluice ml online-")).containsExactly("online-endpoint", "online-deployment");
        assertThat(answer("sluice ml online-deployment ")).contains("create", "get-logs");
        assertThat(answer("sluice se")).containsExactly("serve");
    }

    @Test
    void options_are_completed_also_after_others() {
        assertThat(answer("sluice ml online-deployment create --all")).containsExactly("--all-traffic");
        assertThat(answer("sluice ml online-endpoint update --traffic blue=90 --mirr"))
                .containsExactly("--mirror-traffic");
        assertThat(answer("sluice serve --eng")).containsExactly("--engine");
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

    /** At a terminal of its own, as a person has it; each line is completed and what stands there then is noted. */
    @Test
    void zsh_completes_what_is_typed() throws Exception {
        assumeTrue(Files.isExecutable(ZSH), "zsh is not installed: completion in it is NOT tried");
        var completed = folder.resolve("completed");
        var setup = Files.writeString(folder.resolve("setup.zsh"), """
                alias az=/opt/sluice/sluice
                source %s
                note() { zle complete-word; print -r -- "$BUFFER" >>%s; BUFFER= }
                zle -N note
                bindkey '^G' note
                """.formatted(scriptFor("zsh"), completed));
        var session = Files.writeString(folder.resolve("session.zsh"), """
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell 'source %s'
                for line in 'sluice ml online-e' './sluice ml online-d' 'sluice ml online-deployment create --all' \\
                    'sluice ml online-endpoint show -o ta' 'sluice se' 'az ml online-endpoint sh'; do
                  zpty -n -w shell "$line"$'\\a'
                done
                zpty -w shell exit
                while zpty -r shell chunk; do print -rn -- $chunk; done
                """.formatted(setup));

        var screen = run(ZSH.toString(), session);

        assertThat(completed).as(screen).exists();
        assertThat(Files.readAllLines(completed).stream().map(String::strip))
                .containsExactly(
                        "sluice ml online-endpoint",
                        "./sluice ml online-deployment",
                        "sluice ml online-deployment create --all-traffic",
                        "sluice ml online-endpoint show -o table",
                        "sluice serve",
                        "az ml online-endpoint show");
    }
}

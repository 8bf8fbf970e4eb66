package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sluice.cli.Branch.Group;
import dev.sluice.cli.Branch.Verb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds for all commands. */
class EveryVerbTest {

    @TempDir
    private Path folder;

    private CommandLineUnderTest line;

    @BeforeEach
    void begin() throws Exception {
        line = new CommandLineUnderTest(folder);
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    /** A verb and the words that lead to it. */
    private record Command(String words, Verb verb) {}

    private static Stream<Command> commands() {
        return CloudTree.all().stream().flatMap(branch -> commands("", branch));
    }

    private static Stream<Command> commands(String before, Branch branch) {
        var words = before + branch.name();
        return branch instanceof Group group
                ? group.below().get().stream().flatMap(child -> commands(words + " ", child))
                : Stream.of(new Command(words, (Verb) branch));
    }

    @TestFactory
    Stream<DynamicTest> an_option_that_there_is_not_ends_with_2_and_is_named() {
        return commands()
                .filter(command -> command.verb().others() == Branch.Others.REFUSED)
                .map(command -> dynamicTest(command.words(), () -> {
                    var ran = line.run(command.words() + " --no-such-option");

                    assertThat(ran.exitCode()).isEqualTo(CommandFailed.USAGE);
                    assertThat(ran.err()).contains("unrecognized arguments: --no-such-option");
                    assertThat(ran.out()).isEmpty();
                    assertThat(line.homes).as("runtimes that were asked").isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> words_that_mean_something_in_the_cloud_alone_pass_with_whatever_follows() {
        return commands()
                .filter(command -> command.verb().others() == Branch.Others.IGNORED)
                .map(command -> dynamicTest(command.words(), () -> {
                    var ran = line.run(command.words() + " --no-such-option x --home elsewhere");

                    assertThat(ran.exitCode()).isZero();
                    assertThat(ran.err()).contains("no effect here");
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_state_folder_can_be_named() {
        return commands()
                .filter(command -> command.verb().others() == Branch.Others.REFUSED)
                .map(command -> dynamicTest(command.words(), () -> {
                    var words = new ArrayList<>(List.of("--home", "elsewhere"));
                    command.verb().flags().stream()
                            .filter(Flag::isRequired)
                            .forEach(flag -> words.addAll(List.of(flag.name(), "1")));

                    var read = Grammar.read(command.verb(), words);

                    assertThat(read.file(Flags.HOME)).contains(Path.of("elsewhere"));
                }));
    }

    @Test
    void the_runtime_of_the_folder_that_is_named_is_asked_else_that_of_the_usual_one() {
        assertThat(line.run("ml online-endpoint list --home elsewhere").exitCode())
                .isZero();
        assertThat(line.run("ml model list").exitCode()).isZero();

        assertThat(line.homes).containsExactly(Optional.of(Path.of("elsewhere")), Optional.empty());
    }
}

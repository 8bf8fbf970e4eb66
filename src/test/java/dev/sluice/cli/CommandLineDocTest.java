package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The page for users, {@code docs/command-line.md}, against the commands that there are. */
class CommandLineDocTest {

    private static String page;

    @BeforeAll
    static void readThePage() throws IOException {
        page = Files.readString(Path.of("docs/command-line.md"));
    }

    @Test
    void the_page_names_every_command() {
        assertThat(CloudCommands.specs().flatMap(spec -> verbs("", spec)))
                .hasSizeGreaterThan(20)
                .filteredOn(verb -> !page.contains("`" + verb + "`"))
                .isEmpty();
    }

    @Test
    void the_page_names_every_option_but_the_usual_two() {
        assertThat(CloudCommands.specs().flatMap(CommandLineDocTest::options).distinct())
                .hasSizeGreaterThan(30)
                .filteredOn(option -> !page.contains(option + "`") && !page.contains(option + " "))
                .containsOnly("--debug", "--help");
    }

    private static Stream<String> verbs(String before, CommandSpec spec) {
        var path = before + spec.name();
        return spec.subcommands().isEmpty() ? Stream.of(path) : below(spec).flatMap(child -> verbs(path + " ", child));
    }

    private static Stream<String> options(CommandSpec spec) {
        return Stream.concat(
                spec.options().stream().map(CommandLine.Model.OptionSpec::longestName),
                below(spec).flatMap(CommandLineDocTest::options));
    }

    private static Stream<CommandSpec> below(CommandSpec spec) {
        return spec.subcommands().values().stream().map(CommandLine::getCommandSpec);
    }
}

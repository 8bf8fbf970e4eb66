package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of {@code cli/runs} is what a user sees: a line after {@code $} is typed, what follows is printed, with
 * {@code !} what is said on standard error, and after {@code =} stands what the command ends with if that is not 0. With
 * {@code -Dtranscripts=write} the files are written anew; read what has changed before you keep it.
 */
class TranscriptTest {

    private static final Path FILES = Path.of("src/test/resources/cli/runs");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> each_command_answers_as_it_stands_in_its_transcript() throws IOException {
        try (var files = Files.list(FILES)) {
            return files.sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private void check(Path file) throws Exception {
        var expected = Files.readString(file);
        var home = Files.createDirectory(folder.resolve(file.getFileName()));
        try (var line = new CommandLineUnderTest(home)) {
            var seen = new StringBuilder();
            expected.lines()
                    .filter(text -> text.startsWith("$ ") || text.startsWith("#"))
                    .forEach(text -> seen.append(text.startsWith("#") ? text + "\n" : played(line, text, home)));
            if ("write".equals(System.getProperty("transcripts"))) {
                Files.writeString(file, seen);
            }
            assertThat(seen.toString()).isEqualTo(expected);
        }
    }

    private static String played(CommandLineUnderTest line, String typed, Path home) {
        var ran = line.run(typed.substring(2));
        var text = new StringBuilder(typed).append('\n').append(ran.out());
        ran.err().lines().forEach(said -> text.append("! ").append(said).append('\n'));
        if (ran.exitCode() != 0) {
            text.append("= ").append(ran.exitCode()).append('\n');
        }
        return masked(text.append('\n').toString(), home);
    }

    /** Without what is different each time. */
    private static String masked(String text, Path home) {
        return text.replace(home.toString(), "<folder>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+00:00)", "<time>");
    }
}

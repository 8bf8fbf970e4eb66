package dev.sluice.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.bench.CommandBench.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandReportTest {

    @TempDir
    Path folder;

    @Test
    void a_program_reads_the_median_of_show_and_what_it_is_made_of() throws IOException {
        report(0.5).write(folder.resolve("cli.json"));

        var json = new ObjectMapper().readTree(folder.resolve("cli.json").toFile());
        assertThat(json.at("/show_seconds/median").doubleValue()).isEqualTo(0.5);
        assertThat(json.at("/words_seconds_median").doubleValue()).isCloseTo(0.1, within(1e-9));
        assertThat(json.at("/answer_seconds_median").doubleValue()).isCloseTo(0.2, within(1e-9));
        assertThat(json.at("/show_vs_jvm").doubleValue()).isCloseTo(3.333, within(1e-3));
    }

    @Test
    void the_table_says_whether_the_aim_was_reached() {
        assertThat(table(report(0.6))).contains("0.6 s at most, reached");
        assertThat(table(report(0.61))).contains("NOT REACHED");
        assertThat(report(0.61).isReached()).isFalse();
    }

    private static String table(CommandReport report) {
        var said = new StringWriter();
        report.print(new PrintWriter(said));
        return said.toString();
    }

    private static CommandReport report(double show) {
        return new CommandReport(
                0.9,
                Map.of(
                        Part.SHOW, always(show),
                        Part.WORDS, always(0.3),
                        Part.LAUNCHER, always(0.05),
                        Part.JVM, always(0.15),
                        Part.PYTHON, always(0.1)));
    }

    private static Spread always(double seconds) {
        return Spread.of(List.of(seconds));
    }
}

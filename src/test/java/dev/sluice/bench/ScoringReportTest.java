package dev.sluice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringReportTest {

    @TempDir
    Path folder;

    @Test
    void the_ratio_is_the_median_of_the_pairs_each_by_itself() throws IOException {
        new ScoringReport(List.of(pair(300, 100), pair(4000, 2000), pair(50, 10))).write(folder.resolve("it.json"));

        var ratios =
                new ObjectMapper().readTree(folder.resolve("it.json").toFile()).get("ratios");
        assertThat(ratios.get("rps_vs_flask_gunicorn").doubleValue()).isEqualTo(3);
        assertThat(ratios.get("rps_vs_flask_gunicorn_min").doubleValue()).isEqualTo(2);
        assertThat(ratios.get("rps_vs_flask_gunicorn_max").doubleValue()).isEqualTo(5);
    }

    @Test
    void the_table_says_whether_the_aim_was_reached() {
        assertThat(table(pair(201, 100))).contains("asked for: 2.0, reached");
        assertThat(table(pair(199, 100))).contains("NOT REACHED");
    }

    private static String table(List<Run> pair) {
        var said = new StringWriter();
        new ScoringReport(List.of(pair)).print(new PrintWriter(said));
        return said.toString();
    }

    private static List<Run> pair(double ours, double theirs) {
        return List.of(run(ScoringRivals.FLASK, theirs), run(ScoringRivals.SLUICE, ours));
    }

    private static Run run(String server, double perSecond) {
        return new Run(server, Optional.empty(), perSecond, 1, 2, 3);
    }
}

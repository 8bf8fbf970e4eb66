package dev.sluice.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Tells how the scoring server did beside Flask under gunicorn: as a table for people, as JSON for programs. */
final class ScoringReport {

    /** What the project asks for. */
    static final double AIM = 2.0;

    private static final String RATIO = "rps_vs_flask_gunicorn";

    private final List<List<Run>> pairs;

    /** @param pairs both servers' runs, next to each other in time; at least one */
    ScoringReport(List<List<Run>> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    void print(PrintWriter out) {
        out.printf(
                "%n%-22s %10s %9s %9s %12s   (medians of %d pairs)%n",
                "server", "requests/s", "p50 us", "p99 us", "CPU s / 10k", pairs.size());
        for (var server : List.of(ScoringRivals.SLUICE, ScoringRivals.FLASK)) {
            out.printf(
                    Locale.ROOT,
                    "%-22s %10.0f %9.0f %9.0f %12.3f%n",
                    server,
                    median(server, Run::perSecond),
                    median(server, Run::p50Micros),
                    median(server, Run::p99Micros),
                    median(server, Run::cpuPer10k));
        }
        var ratio = ratio();
        out.printf(
                Locale.ROOT,
                "%n%s %.2f   (%.2f to %.2f); asked for: %.1f, %s%n",
                RATIO,
                ratio.median(),
                ratio.min(),
                ratio.max(),
                AIM,
                ratio.median() >= AIM ? "reached" : "NOT REACHED");
        out.flush();
    }

    void write(Path file) throws IOException {
        var json = new ObjectMapper();
        var root = json.createObjectNode();
        var ratio = ratio();
        root.putObject("ratios")
                .put(RATIO, ratio.median())
                .put(RATIO + "_min", ratio.min())
                .put(RATIO + "_max", ratio.max());
        var rounds = root.putArray("pairs");
        for (var pair : pairs) {
            var runs = rounds.addArray();
            for (var run : pair) {
                runs.addObject()
                        .put("target", run.target())
                        .put("requests_per_second", run.perSecond())
                        .put("p50_us", run.p50Micros())
                        .put("p99_us", run.p99Micros())
                        .put("cpu_seconds_per_10000", run.cpuPer10k());
            }
        }
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    /** Requests a second over the rival's, each pair by itself: what disturbs the machine disturbs both of a pair. */
    private Spread ratio() {
        return Spread.of(pairs.stream()
                .map(pair -> of(pair, ScoringRivals.SLUICE).perSecond()
                        / of(pair, ScoringRivals.FLASK).perSecond())
                .toList());
    }

    private double median(String server, ToDoubleFunction<Run> number) {
        return Spread.of(pairs.stream()
                        .map(pair -> number.applyAsDouble(of(pair, server)))
                        .toList())
                .median();
    }

    private static Run of(List<Run> pair, String server) {
        return pair.stream()
                .filter(run -> run.target().equals(server))
                .findFirst()
                .orElseThrow();
    }
}

package dev.sluice.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a comparison: as a table for people, as JSON for programs. */
final class Report {

    private static final List<String> TARGETS = List.of("sluice", "haproxy", "nginx", "origin");

    private final Comparison comparison;

    Report(Comparison comparison) {
        this.comparison = comparison;
    }

    void print(PrintWriter out) {
        out.printf(
                "%n%-12s %-9s %10s %9s %9s %12s   (medians of %d rounds)%n",
                "load",
                "target",
                "requests/s",
                "p50 us",
                "p99 us",
                "CPU s / 10k",
                comparison.rounds().size());
        rates().forEach(rate -> TARGETS.stream()
                .filter(target -> rate.isPresent() || !target.equals("origin"))
                .forEach(target -> printLine(out, target, rate)));
        out.println();
        ratios().forEach((name, spread) -> out.printf(
                Locale.ROOT, "%-28s %5.2f   (%.2f to %.2f)%n", name, spread.median(), spread.min(), spread.max()));
        out.flush();
    }

    private void printLine(PrintWriter out, String target, Optional<Integer> rate) {
        out.printf(
                Locale.ROOT,
                "%-12s %-9s %10.0f %9.0f %9.0f %12.3f%n",
                rate.map(asked -> asked + "/s").orElse("saturation"),
                target,
                comparison.of(target, rate, Run::perSecond).median(),
                comparison.of(target, rate, Run::p50Micros).median(),
                comparison.of(target, rate, Run::p99Micros).median(),
                comparison.of(target, rate, Run::cpuPer10k).median());
    }

    void write(Path file) throws IOException {
        var json = new ObjectMapper();
        var root = json.createObjectNode();
        var ratios = root.putObject("ratios");
        ratios().forEach((name, spread) -> {
            ratios.put(name, spread.median());
            ratios.put(name + "_min", spread.min());
            ratios.put(name + "_max", spread.max());
        });
        var rounds = root.putArray("rounds");
        for (var round : comparison.rounds()) {
            var runs = rounds.addArray();
            round.forEach(run -> put(run, runs.addObject()));
        }
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void put(Run run, ObjectNode node) {
        node.put("target", run.target());
        run.rate().ifPresent(rate -> node.put("rate", rate));
        node.put("requests_per_second", run.perSecond());
        node.put("p50_us", run.p50Micros());
        node.put("p99_us", run.p99Micros());
        node.put("cpu_seconds_per_10000", run.cpuPer10k());
    }

    private Map<String, Spread> ratios() {
        var ratios = new LinkedHashMap<String, Spread>();
        ratios.put("rps_vs_haproxy", comparison.throughputAgainst("haproxy"));
        ratios.put("rps_vs_nginx", comparison.throughputAgainst("nginx"));
        ratios.put("added_p99_vs_haproxy", comparison.addedTailAgainst("haproxy", RouterBench.RATES));
        for (int rate : RouterBench.RATES) {
            ratios.put("added_p99_vs_haproxy_at_" + rate, comparison.addedTailAgainst("haproxy", List.of(rate)));
        }
        return ratios;
    }

    private static Stream<Optional<Integer>> rates() {
        return Stream.concat(
                Stream.of(Optional.<Integer>empty()), RouterBench.RATES.stream().map(Optional::of));
    }
}

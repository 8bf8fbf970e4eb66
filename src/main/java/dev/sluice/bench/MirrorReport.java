package dev.sluice.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.metrics.MirrorLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells what the shadow's faults did: as a table for people, as JSON for programs. */
final class MirrorReport {

    private static final double MEGABYTE = 1 << 20;

    private final List<Harm> harms;

    MirrorReport(List<Harm> harms) {
        this.harms = List.copyOf(harms);
    }

    void print(PrintWriter out) {
        out.printf(
                "%nLive requests, %d/s; p99 in us without the mirror and with %d %% mirrored, over %d pairs of runs%n%n",
                MirrorBench.RATE, MirrorProcess.SHARE, harms.get(0).pairs().size());
        out.printf(
                "%-12s %8s %8s   %-21s %7s %9s  %s%n",
                "shadow", "without", "with", "ratio (pairs' range)", "errors", "heap MiB", "verdict");
        harms.forEach(harm -> printHarm(out, harm));
        out.printf(
                "%n%-12s %8s %8s %7s %8s %7s %8s %8s  %s%n",
                "copies", "sampled", "answered", "failed", "timed out", "reset", "(queue)", "(size)", "ledger");
        harms.forEach(harm -> printLedger(out, harm));
        out.printf(
                "%nLimits: p99 within max(1 ms, 5 %%) of the run without the mirror, no live error, heap growth up to"
                        + " %.0f MiB, every copy in one column: %s%n",
                Harm.HEAP_CAP / MEGABYTE, verdict(harms.stream().allMatch(Harm::passes)));
        out.flush();
    }

    private static void printHarm(PrintWriter out, Harm harm) {
        var ratio = harm.of(Pair::ratio);
        out.printf(
                Locale.ROOT,
                "%-12s %8.0f %8.0f   %4.2f (%4.2f to %5.2f)  %7d %9.1f  %s%n",
                harm.fault().word(),
                harm.p99Without(),
                harm.p99With(),
                harm.p99With() / harm.p99Without(),
                ratio.min(),
                ratio.max(),
                harm.liveErrors(),
                harm.heapGrowth() / MEGABYTE,
                verdict(harm.passes()));
    }

    private static void printLedger(PrintWriter out, Harm harm) {
        var all = harm.ledger();
        out.printf(
                "%-12s %8d %8d %7d %9d %7d %8d %8d  %s%n",
                harm.fault().word(),
                all.sampled(),
                all.answered(),
                all.failed(),
                all.timedOut(),
                all.reset(),
                all.droppedQueue(),
                all.droppedSize(),
                harm.balances() ? "balances" : "DOES NOT BALANCE");
    }

    private static String verdict(boolean passes) {
        return passes ? "pass" : "FAIL";
    }

    void write(Path file) throws IOException {
        var json = new ObjectMapper();
        var root = json.createObjectNode();
        root.put("pass", harms.stream().allMatch(Harm::passes));
        root.put("requests_per_second", MirrorBench.RATE);
        root.put("mirror_percent", MirrorProcess.SHARE);
        root.put("heap_growth_cap_bytes", Harm.HEAP_CAP);
        var faults = root.putObject("faults");
        harms.forEach(harm -> put(harm, faults.putObject(harm.fault().word())));
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void put(Harm harm, ObjectNode node) {
        var ratios = harm.of(Pair::ratio);
        node.put("live_p99_ratio", harm.p99With() / harm.p99Without());
        node.put("live_p99_ratio_pairs_median", ratios.median());
        node.put("live_p99_ratio_pairs_min", ratios.min());
        node.put("live_p99_ratio_pairs_max", ratios.max());
        node.put("live_p99_us", harm.p99With());
        node.put("live_p99_us_without_mirror", harm.p99Without());
        node.put("within_limit", harm.isWithinLimit());
        node.put("live_errors", harm.liveErrors());
        node.put("heap_growth_bytes", harm.heapGrowth());
        put(harm.ledger(), node.putObject("ledger"));
        node.put("balances", harm.balances());
        node.put("pass", harm.passes());
    }

    private static void put(MirrorLedger ledger, ObjectNode node) {
        node.put("sampled", ledger.sampled());
        node.put("answered", ledger.answered());
        node.put("failed", ledger.failed());
        node.put("timed_out", ledger.timedOut());
        node.put("reset", ledger.reset());
        node.put("dropped_queue", ledger.droppedQueue());
        node.put("dropped_size", ledger.droppedSize());
    }
}

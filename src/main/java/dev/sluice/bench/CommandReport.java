package dev.sluice.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.bench.CommandBench.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Tells how long a command takes, and what of it: as a table for people, as JSON for programs. */
final class CommandReport {

    /** What the project asks for: from the start of {@code show} to its end. */
    static final double AIM_SECONDS = 0.6;

    private final double first;
    private final Map<Part, Spread> measured;

    /**
     * @param first seconds that the first {@code show} took
     * @param measured seconds of each part
     */
    CommandReport(double first, Map<Part, Spread> measured) {
        this.first = first;
        this.measured = Map.copyOf(measured);
    }

    boolean isReached() {
        return show().median() <= AIM_SECONDS;
    }

    void print(PrintWriter out) {
        out.printf("%n%-58s %8s %8s %8s%n", "milliseconds", "median", "min", "max");
        row(out, "./sluice ml online-endpoint show", show());
        row(out, "  of which the launcher", measured.get(Part.LAUNCHER));
        row(out, "  of which the JVM, that it tells its version", measured.get(Part.JVM));
        out.printf(Locale.ROOT, "%-58s %8.0f%n", "  of which words read, help printed", millis(words()));
        out.printf(Locale.ROOT, "%-58s %8.0f%n", "  of which the runtime asked, its answer printed", millis(asking()));
        row(out, "for comparison: python3 with argparse, json, http.client", measured.get(Part.PYTHON));
        out.printf(
                Locale.ROOT,
                "%-58s %8.0f%n",
                "the first show, nothing in the caches of the disk perhaps",
                millis(first));
        out.printf(
                Locale.ROOT,
                "%nshow %.2f s; asked for: %.1f s at most, %s; %.1f times a bare JVM%n",
                show().median(),
                AIM_SECONDS,
                isReached() ? "reached" : "NOT REACHED",
                show().median() / measured.get(Part.JVM).median());
        out.flush();
    }

    private static void row(PrintWriter out, String title, Spread seconds) {
        out.printf(
                Locale.ROOT,
                "%-58s %8.0f %8.0f %8.0f%n",
                title,
                millis(seconds.median()),
                millis(seconds.min()),
                millis(seconds.max()));
    }

    private static double millis(double seconds) {
        return seconds * 1000;
    }

    void write(Path file) throws IOException {
        var json = new ObjectMapper();
        var root = json.createObjectNode();
        root.put("pass", isReached());
        root.put("show_seconds_at_most", AIM_SECONDS);
        put(root, "show_seconds", show());
        root.put("first_show_seconds", first);
        put(root, "launcher_seconds", measured.get(Part.LAUNCHER));
        put(root, "jvm_seconds", measured.get(Part.JVM));
        root.put("words_seconds_median", words());
        root.put("answer_seconds_median", asking());
        put(root, "python_seconds", measured.get(Part.PYTHON));
        root.put("show_vs_jvm", show().median() / measured.get(Part.JVM).median());
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void put(ObjectNode root, String key, Spread seconds) {
        root.putObject(key)
                .put("median", seconds.median())
                .put("min", seconds.min())
                .put("max", seconds.max());
    }

    private Spread show() {
        return measured.get(Part.SHOW);
    }

    /** What is neither the launcher nor the JVM. */
    private double words() {
        return measured.get(Part.WORDS).median()
                - measured.get(Part.LAUNCHER).median()
                - measured.get(Part.JVM).median();
    }

    private double asking() {
        return show().median() - measured.get(Part.WORDS).median();
    }
}

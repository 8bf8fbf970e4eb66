package dev.sluice.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The scoring server beside Flask under gunicorn, each as fast as it can, in pairs of runs one after the other. */
public final class ScoringBench {

    /** Enough to keep one worker busy; each has its request wait for the others'. */
    private static final int CONNECTIONS = 8;

    private final Path folder;
    private final Path server;
    private final PrintWriter out;

    /**
     * @param folder where the results, the script and the logs go
     * @param server our scoring server's folder
     * @param out where the table goes
     */
    public ScoringBench(Path folder, Path server, PrintWriter out) {
        this.folder = folder.toAbsolutePath();
        this.server = server;
        this.out = out;
    }

    /**
     * How long and how often.
     *
     * @param pairs each server once per pair, in turns first and second
     */
    public record Plan(int pairs, Duration run) {

        /** About a minute. */
        public static final Plan USUAL = new Plan(9, Duration.ofSeconds(3));

        /** A quarter of a minute; rougher. */
        public static final Plan QUICK = new Plan(3, Duration.ofSeconds(2));
    }

    /** @throws IOException if a server does not start, or answers with anything but 200 */
    public void run(Plan plan) throws IOException {
        Files.createDirectories(folder);
        var pairs = new ArrayList<List<Run>>();
        try (var rivals = ScoringRivals.start(folder, server)) {
            var saturation = new Saturation(folder, CONNECTIONS);
            pair(rivals.targets(), saturation, Duration.ofSeconds(1)); // imports, caches, connections
            for (int number = 1; number <= plan.pairs(); number++) {
                say("pair " + number + " of " + plan.pairs());
                var targets = new ArrayList<>(rivals.targets());
                if (number % 2 == 0) {
                    Collections.reverse(targets);
                }
                pairs.add(pair(targets, saturation, plan.run()));
            }
        }
        var report = new ScoringReport(pairs);
        report.print(out);
        report.write(folder.resolve("scoring.json"));
        say("written to " + folder.resolve("scoring.json"));
    }

    private static List<Run> pair(List<Target> targets, Saturation saturation, Duration length) throws IOException {
        var runs = new ArrayList<Run>();
        for (var target : targets) {
            runs.add(saturation.run(target, length));
        }
        return runs;
    }

    private void say(String what) {
        out.println(what);
        out.flush();
    }
}

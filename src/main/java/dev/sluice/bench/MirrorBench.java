package dev.sluice.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/** How much live requests suffer from a shadow that is faulty: 1,000 a second, half of them copied. */
public final class MirrorBench {

    static final int RATE = 1000;

    private final Path folder;
    private final PrintWriter out;

    /**
     * @param folder where the results, the settings and the logs go
     * @param out where the table goes
     */
    public MirrorBench(Path folder, PrintWriter out) {
        this.folder = folder.toAbsolutePath();
        this.out = out;
    }

    /**
     * How long and how often.
     *
     * @param pairs for each fault, of a run with and one without the mirror
     * @param warmUp with a healthy shadow: only then has the JVM compiled what is to be measured
     */
    public record Plan(int pairs, Duration warmUp, Duration run) {

        /** About four minutes. */
        public static final Plan USUAL = new Plan(12, Duration.ofSeconds(15), Duration.ofMillis(1250));

        /** About a minute; rougher. */
        public static final Plan QUICK = new Plan(4, Duration.ofSeconds(8), Duration.ofSeconds(1));
    }

    /**
     * True if no fault did harm beyond the limits.
     *
     * @throws IOException if a program does not start
     */
    public boolean run(Plan plan) throws IOException {
        Files.createDirectories(folder);
        var harms = new ArrayList<Harm>();
        try (var cast = MirrorCast.start(folder)) {
            say("warming up");
            warmUp(plan, cast);
            for (var fault : Fault.values()) {
                say(fault.word() + ": " + fault.meaning());
                harms.add(measure(plan, cast, fault));
            }
        }
        var report = new MirrorReport(harms);
        report.print(out);
        report.write(folder.resolve("mirror.json"));
        say("written to " + folder.resolve("mirror.json"));
        return harms.stream().allMatch(Harm::passes);
    }

    private static void warmUp(Plan plan, MirrorCast cast) throws IOException {
        cast.begin(Fault.HEALTHY);
        cast.mirror();
        new OpenLoop(4 * RATE, plan.warmUp()).tally(cast.port());
        cast.stopMirroring();
    }

    private static Harm measure(Plan plan, MirrorCast cast, Fault fault) throws IOException {
        cast.begin(fault);
        long heapBefore = cast.heap();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < plan.pairs(); i++) {
            pairs.add(pair(plan, cast, i, heapBefore));
        }
        return new Harm(fault, pairs, cast.ledger());
    }

    /** Every other one goes backwards, so that a machine that slows down or speeds up favours neither. */
    private static Pair pair(Plan plan, MirrorCast cast, int number, long heapBefore) throws IOException {
        var load = new OpenLoop(RATE, plan.run());
        boolean isForwards = number % 2 == 0;
        var early = isForwards ? load.tally(cast.port()) : Tally.none();
        // Each run begins after a collection, the other one's heap being measured or not.
        cast.heap();
        cast.mirror();
        var with = load.tally(cast.port());
        long growth = cast.heap() - heapBefore;
        cast.stopMirroring();
        return new Pair(isForwards ? early : load.tally(cast.port()), with, growth);
    }

    private void say(String what) {
        out.println(what);
        out.flush();
    }
}

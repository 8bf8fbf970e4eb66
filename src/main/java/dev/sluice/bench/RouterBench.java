package dev.sluice.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sluice's router, haproxy and nginx as the same weighted proxy before the same origin, driven in turn. */
public final class RouterBench {

    static final List<Integer> RATES = List.of(1000, 3000);

    private final Path folder;
    private final PrintWriter out;

    /**
     * @param folder where the results, the settings and the logs go
     * @param out where the table goes
     */
    public RouterBench(Path folder, PrintWriter out) {
        this.folder = folder.toAbsolutePath();
        this.out = out;
    }

    /**
     * How long and how often.
     *
     * @param rounds each target in each way once per round
     * @param warmUp of Sluice, under full load, and a quarter of it at a steady rate: only then has the JVM compiled what
     *     is to be measured
     */
    public record Plan(int rounds, Duration warmUp, Duration saturation, Duration openLoop) {

        /** About four minutes. */
        public static final Plan USUAL =
                new Plan(5, Duration.ofSeconds(40), Duration.ofSeconds(4), Duration.ofSeconds(3));

        /** About a minute; rougher. */
        public static final Plan QUICK =
                new Plan(2, Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofMillis(1500));
    }

    /** @throws IOException if a program does not start, or answers with anything but 200 */
    public void run(Plan plan) throws IOException {
        Files.createDirectories(folder);
        var comparison = new Comparison();
        try (var rivals = Rivals.start(folder)) {
            var saturation = new Saturation(folder);
            warmUp(plan, rivals, saturation);
            for (int round = 1; round <= plan.rounds(); round++) {
                say("round " + round + " of " + plan.rounds());
                comparison.add(round(plan, rivals, saturation, round));
            }
        }
        new Report(comparison).print(out);
        new Report(comparison).write(folder.resolve("router.json"));
        say("written to " + folder.resolve("router.json"));
    }

    private void warmUp(Plan plan, Rivals rivals, Saturation saturation) throws IOException {
        say("warming up");
        for (var proxy : rivals.proxies()) {
            boolean isSluice = proxy.name().equals("sluice");
            saturation.run(proxy, isSluice ? plan.warmUp() : Duration.ofSeconds(1));
            // At a steady rate other ways through the code are taken, which want to be compiled too.
            new OpenLoop(RATES.get(1), isSluice ? plan.warmUp().dividedBy(4) : Duration.ofSeconds(1))
                    .tally(proxy.port());
        }
    }

    /** Every other round goes backwards at saturation, so that a machine that slows down or speeds up favours nobody. */
    private static List<Run> round(Plan plan, Rivals rivals, Saturation saturation, int number) throws IOException {
        var proxies = new ArrayList<>(rivals.proxies());
        if (number % 2 == 0) {
            Collections.reverse(proxies);
        }
        var runs = new ArrayList<Run>();
        for (var proxy : proxies) {
            runs.add(saturation.run(proxy, plan.saturation()));
        }
        var all = new ArrayList<>(rivals.proxies());
        all.add(rivals.origin());
        for (int rate : RATES) {
            runs.addAll(new Rotation(rate, plan.openLoop()).run(all));
        }
        return runs;
    }

    private void say(String what) {
        out.println(what);
        out.flush();
    }
}

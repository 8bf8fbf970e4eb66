package dev.sluice.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the console costs: to open, to leave open, to look at, to walk through, to leave open for long. */
public final class ConsoleBench {

    static final int RATE = 500;

    private final Path folder;
    private final PrintWriter out;
    private final Class<?> program;
    private final Path request;
    private final List<Aim> aims = new ArrayList<>();

    /**
     * @param folder where the results and the logs go
     * @param out where the table goes
     * @param program opens the window on the state folder that it is given, and obeys
     * @param request the body that the sample's models answer
     */
    public ConsoleBench(Path folder, PrintWriter out, Class<?> program, Path request) {
        this.folder = folder.toAbsolutePath();
        this.out = out;
        this.program = program;
        this.request = request;
    }

    /**
     * How long and how often.
     *
     * @param starts of a fresh JVM each
     * @param settle before something is measured
     * @param look how long processor time is counted
     * @param soak how long the live page is left open under load
     */
    public record Plan(int starts, Duration settle, Duration look, Duration soak) {

        private static final int STARTS = 5;

        /** About five minutes, and {@code soak}. */
        public static Plan usual(Duration soak) {
            return new Plan(STARTS, Duration.ofSeconds(20), Duration.ofSeconds(30), soak);
        }

        /** About four minutes, and {@code soak}; rougher. */
        public static Plan quick(Duration soak) {
            return new Plan(STARTS, Duration.ofSeconds(10), Duration.ofSeconds(15), soak);
        }
    }

    /**
     * True if every aim was reached.
     *
     * @throws IOException if a program does not start
     */
    public boolean run(Plan plan) throws IOException {
        Files.createDirectories(folder);
        var home = newHome();
        try (var display = Display.open(folder)) {
            firstSession(display);
            starts(plan, display, home);
            try (var window = open(display, home)) {
                say("deploying the sample six times");
                var address = window.ask("deploy");
                // Before the walk, which leaves the compiler work for a minute: that is no idle console.
                idle(plan, window);
                walk(window);
                underLoad(plan, window, address);
            }
        }
        var report = new ConsoleReport(aims);
        report.print(out);
        report.write(folder.resolve("console.json"));
        say("written to " + folder.resolve("console.json"));
        return report.isReached();
    }

    private static Path newHome() throws IOException {
        return Files.createTempDirectory("sluice-bench-");
    }

    /**
     * Leaves, unless there is one, the archive of classes and profiles that a user's first window leaves: by somebody who has
     * deployed something and looked at every page.
     */
    private void firstSession(Display display) throws IOException {
        say("a first session");
        try (var window = open(display, newHome())) {
            window.tell("endpoint");
            window.ask("deploy");
            window.ask("walk");
        }
    }

    private OpenWindow open(Display display, Path home) throws IOException {
        return OpenWindow.open(program, display, folder, home);
    }

    /** The first one makes the endpoint that the others find in their tree. */
    private void starts(Plan plan, Display display, Path home) throws IOException {
        say("opening the window " + plan.starts() + " times");
        try (var window = open(display, home)) {
            window.tell("endpoint");
            window.tell("usable");
        }
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < plan.starts(); i++) {
            try (var window = open(display, home)) {
                seconds.add(window.start().toNanos() / 1e9);
            }
        }
        var all = Spread.of(seconds);
        var note = String.format(Locale.ROOT, "median of %d, %.2f to %.2f", plan.starts(), all.min(), all.max());
        aims.add(new Aim("start_seconds", "from start to a window that can be used", all.median(), 2.5, "s", note));
    }

    private void walk(OpenWindow window) throws IOException {
        say("walking through all pages");
        var seen = window.ask("walk");
        aims.add(stall(seen, "warm_max", "UI thread blocked, longest, pages seen before", 16));
        aims.add(stall(seen, "warm_p99", "UI thread blocked, p99, pages seen before", 16));
        aims.add(stall(seen, "first_max", "UI thread blocked, longest, opened for the first time", 0));
        aims.add(stall(seen, "first_p99", "UI thread blocked, p99, opened for the first time", 0));
    }

    /** @param limit 0 for information only */
    private static Aim stall(Map<String, String> seen, String key, String title, double limit) {
        double millis = Double.parseDouble(seen.get(key));
        var note = seen.getOrDefault(key + "_at", "").replace('_', ' ');
        return limit == 0
                ? Aim.information("ui_blocked_" + key, title, millis, "ms", note)
                : new Aim("ui_blocked_" + key, title, millis, limit, "ms", note);
    }

    private void idle(Plan plan, OpenWindow window) throws IOException {
        say("leaving it alone");
        // Until the compilers are done with what opening and deploying have set them, it is not idle.
        var first = cpu(plan, window, "overview");
        aims.add(Aim.information("idle_first_percent", "just left alone, overview open", first.all(), "%", first + ""));
        var live = cpu(plan, window, "live");
        aims.add(Aim.information("idle_live_percent", "idle, live page open", live.all(), "%", live.toString()));
        var overview = cpu(plan, window, "overview");
        aims.add(new Aim("idle_percent", "idle, overview open", overview.all(), 3, "%", overview.toString()));
    }

    private void underLoad(Plan plan, OpenWindow window, Map<String, String> address) throws IOException {
        say(RATE + " requests a second to six deployments, the live page open");
        try (var load = SteadyLoad.start(RATE, address, Files.readAllBytes(request))) {
            var without = cpu(plan, window, "overview");
            var live = cpu(plan, window, "live");
            aims.add(new Aim("live_percent", "live page under load, UI threads", live.drawing(), 25, "%", live + ""));
            aims.add(Aim.information(
                    "loaded_overview_percent",
                    "overview under load, UI threads",
                    without.drawing(),
                    "%",
                    without + ""));
            say("leaving the live page open for " + plan.soak().toMinutes() + " min");
            aims.addAll(new Soak(window, plan.soak()).watch());
            aims.add(load.account());
        }
    }

    private static CpuShare cpu(Plan plan, OpenWindow window, String page) throws IOException {
        window.tell("page " + page);
        CpuShare.pause(plan.settle());
        return CpuShare.of(window.process(), plan.look());
    }

    private void say(String what) {
        out.println(what);
        out.flush();
    }
}

package dev.sluice.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long a command takes, from its start to its end: {@code ./sluice ml online-endpoint show}, asked of a runtime that
 * is up. Beside it what it is made of, each measured in turn with it, and what nobody can do anything about.
 */
public final class CommandBench {

    private static final String ENDPOINT = "bench";

    private final Path folder;
    private final Path root;
    private final PrintWriter out;

    /**
     * @param folder where the results and the logs go
     * @param root of the project, where the launcher is
     */
    public CommandBench(Path folder, Path root, PrintWriter out) {
        this.folder = folder.toAbsolutePath();
        this.root = root.toAbsolutePath();
        this.out = out;
    }

    /** @param times each command is given */
    public record Plan(int times) {

        /** Half a minute. */
        public static final Plan USUAL = new Plan(20);

        /** A quarter of a minute; rougher. */
        public static final Plan QUICK = new Plan(10);
    }

    /** What is timed. */
    enum Part {
        /** The whole: an answer, printed. */
        SHOW,
        /** Without a question to the runtime: help is printed. */
        WORDS,
        /** The launcher alone: in the end it starts a program that does nothing. */
        LAUNCHER,
        /** The JVM alone, that it says its version. */
        JVM,
        /** Another language's, with what a small command of it needs. */
        PYTHON
    }

    /**
     * True if the aim was reached.
     *
     * @throws IOException if a command fails
     */
    public boolean run(Plan plan) throws IOException {
        var home = Files.createTempDirectory(Files.createDirectories(folder), "cli-home-");
        var commands = commands(home);
        try (var runtime = serve(home)) {
            say("a runtime is up: " + runtime.output().readLine());
            new Timed(sluice(home, "ml", "online-endpoint", "create", "-n", ENDPOINT)).seconds();
            double first = commands.get(Part.SHOW).seconds();
            var report = new CommandReport(first, rounds(plan, commands));
            report.print(out);
            report.write(folder.resolve("cli.json"));
            say("written to " + folder.resolve("cli.json"));
            return report.isReached();
        }
    }

    private static Map<Part, Spread> rounds(Plan plan, Map<Part, Timed> commands) throws IOException {
        var seconds = new EnumMap<Part, List<Double>>(Part.class);
        for (int i = 0; i < plan.times(); i++) {
            for (var part : Part.values()) {
                seconds.computeIfAbsent(part, first -> new ArrayList<>())
                        .add(commands.get(part).seconds());
            }
        }
        var spreads = new EnumMap<Part, Spread>(Part.class);
        seconds.forEach((part, all) -> spreads.put(part, Spread.of(all)));
        return spreads;
    }

    private Map<Part, Timed> commands(Path home) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var idle = IdleJdk.in(folder.resolve("idle-jdk")).toString();
        return Map.of(
                Part.SHOW, new Timed(sluice(home, "ml", "online-endpoint", "show", "-n", ENDPOINT)),
                Part.WORDS, new Timed(sluice(home, "ml", "online-endpoint", "show", "-h")),
                Part.LAUNCHER,
                        new Timed(with("JAVA_HOME=" + idle, sluice(home, "ml", "online-endpoint", "show", "-h"))),
                Part.JVM, new Timed(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-version")),
                Part.PYTHON, new Timed(List.of("python3", "-c", "import argparse, json, http.client")));
    }

    private Program serve(Path home) throws IOException {
        return Program.converse(
                new Recipe(sluice(home, "serve", "--engine", "process"), folder.resolve("cli-runtime.log")));
    }

    private List<String> sluice(Path home, String... words) {
        var command = new ArrayList<>(List.of(root.resolve("sluice").toString()));
        command.addAll(List.of(words));
        return with("SLUICE_HOME=" + home, command);
    }

    private static List<String> with(String variable, List<String> command) {
        var all = new ArrayList<>(List.of("env", variable));
        all.addAll(command);
        return all;
    }

    private void say(String what) {
        out.println(what);
        out.flush();
    }
}

package dev.sluice.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./sluice bench hot}: time and bytes of each hot part of the router, by JMH, in JVMs with our options. */
@Command(
        name = "hot",
        mixinStandardHelpOptions = true,
        description = "Time and bytes of the router's hot parts, each alone.")
final class HotBench implements Callable<Integer> {

    private static final String BYTES = "gc.alloc.rate.norm";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--quick", description = "About a minute, and rougher.")
    private boolean quick;

    @Option(names = "--into", defaultValue = "target/bench", description = "Default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("");

    @Parameters(arity = "0..1", defaultValue = "", description = "Only those whose name this pattern matches.")
    private String pattern = "";

    public static void main(String[] args) {
        System.exit(new CommandLine(new HotBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        Files.createDirectories(folder);
        var out = spec.commandLine().getOut();
        var file = folder.resolve("hot.json");
        print(new Runner(options(file).build()).run(), out);
        out.println("written to " + file);
        return 0;
    }

    private ChainedOptionsBuilder options(Path file) {
        var options = new OptionsBuilder()
                .include("dev\\.sluice\\..*" + pattern)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend(
                        "-Xms256m", // a heap that has been used for a while
                        "-Xmx256m",
                        "-XX:+AlwaysPreTouch",
                        "-Djmh.executor=CUSTOM",
                        "-Djmh.executor.class=" + LoopThreads.class.getName())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(file.toString());
        return quick ? rounds(options, 1, 15, 100) : rounds(options, 2, 20, 200);
    }

    /** Many short rounds, of which the middle one counts: whatever else the machine does spoils some of them only. */
    private static ChainedOptionsBuilder rounds(ChainedOptionsBuilder options, int forks, int rounds, int millis) {
        var time = TimeValue.milliseconds(millis);
        return options.forks(forks)
                .warmupIterations(rounds)
                .warmupTime(time)
                .measurementIterations(rounds)
                .measurementTime(time);
    }

    private static void print(Collection<RunResult> results, PrintWriter out) {
        out.printf("%n%-32s %10s %10s %10s %8s%n", "part", "ns/op", "min", "max", "B/op");
        results.stream().sorted(Comparator.comparing(HotBench::name)).forEach(result -> {
            var times = result.getPrimaryResult().getStatistics();
            var bytes = result.getSecondaryResults().get(BYTES).getScore();
            out.printf(
                    Locale.ROOT,
                    "%-32s %10.1f %10.1f %10.1f %8.0f%n",
                    name(result),
                    times.getPercentile(50),
                    times.getMin(),
                    times.getMax(),
                    bytes);
        });
        out.println();
    }

    /** Class and method, without the package. */
    private static String name(RunResult result) {
        var parts = result.getParams().getBenchmark().split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}

package dev.sluice.app;

import dev.sluice.bench.CommandBench;
import dev.sluice.bench.ConsoleBench;
import dev.sluice.bench.MirrorBench;
import dev.sluice.bench.RouterBench;
import dev.sluice.bench.ScoringBench;
import dev.sluice.engine.ScoringServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./sluice bench}: measures Sluice beside what people know. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Sluice beside well-known programs.",
        footer = "'./sluice bench hot' measures the router's hot parts, each alone; the launcher starts it.")
final class BenchCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            mixinStandardHelpOptions = true,
            description = "The router beside haproxy and nginx as the same weighted proxy, driven in turn.")
    int router(
            @Option(names = "--quick", description = "About a minute, and rougher.") boolean quick,
            @Option(names = "--into", defaultValue = "target/bench", description = "Default: ${DEFAULT-VALUE}")
                    Path folder)
            throws IOException {
        var out = spec.commandLine().getOut();
        new RouterBench(folder, out).run(quick ? RouterBench.Plan.QUICK : RouterBench.Plan.USUAL);
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "The scoring server beside Flask under gunicorn, one worker each, the same script.")
    int scoring(
            @Option(names = "--quick", description = "A quarter of a minute, and rougher.") boolean quick,
            @Option(names = "--into", defaultValue = "target/bench", description = "Default: ${DEFAULT-VALUE}")
                    Path folder)
            throws IOException {
        var out = spec.commandLine().getOut();
        var server = ScoringServer.unpackInto(folder);
        new ScoringBench(folder, server, out).run(quick ? ScoringBench.Plan.QUICK : ScoringBench.Plan.USUAL);
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "What a faulty shadow costs live requests: 1,000 a second, half of them copied.",
                "Ends with 1 if a fault did harm beyond the limits."
            })
    int mirror(
            @Option(names = "--quick", description = "About a minute, and rougher.") boolean quick,
            @Option(names = "--into", defaultValue = "target/bench", description = "Default: ${DEFAULT-VALUE}")
                    Path folder)
            throws IOException {
        var out = spec.commandLine().getOut();
        return new MirrorBench(folder, out).run(quick ? MirrorBench.Plan.QUICK : MirrorBench.Plan.USUAL) ? 0 : 1;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "What the console costs: its start, idle and live processor time, stalls of the window, memory.",
                "Opens it on a display of its own and takes over an hour. Ends with 1 if an aim is missed."
            })
    int console(
            @Option(names = "--quick", description = "About four minutes, and rougher.") boolean quick,
            @Option(
                            names = "--minutes",
                            description = "How long the live page is left open under load. Default: 60, or 2 if quick.")
                    Optional<Integer> minutes,
            @Option(names = "--into", defaultValue = "target/bench", description = "Default: ${DEFAULT-VALUE}")
                    Path folder)
            throws IOException {
        var request = DemoCommand.samples().resolve("diabetes/sample-request.json");
        var bench = new ConsoleBench(folder, spec.commandLine().getOut(), ObedientConsole.class, request);
        var soak = Duration.ofMinutes(minutes.orElse(quick ? 2 : 60));
        return bench.run(quick ? ConsoleBench.Plan.quick(soak) : ConsoleBench.Plan.usual(soak)) ? 0 : 1;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "How long a command takes to answer, './sluice ml online-endpoint show', and what of it.",
                "Ends with 1 if the aim is missed."
            })
    int cli(
            @Option(names = "--quick", description = "A quarter of a minute, and rougher.") boolean quick,
            @Option(names = "--into", defaultValue = "target/bench", description = "Default: ${DEFAULT-VALUE}")
                    Path folder)
            throws IOException {
        var root = Path.of(System.getProperty("sluice.root", "."));
        var bench = new CommandBench(folder, root, spec.commandLine().getOut());
        return bench.run(quick ? CommandBench.Plan.QUICK : CommandBench.Plan.USUAL) ? 0 : 1;
    }
}

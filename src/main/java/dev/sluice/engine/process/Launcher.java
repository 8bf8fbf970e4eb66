package dev.sluice.engine.process;

import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.ScoringServer;
import dev.sluice.engine.ScoringServer.Layout;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts scoring servers so that they need nothing of us any more once they run. */
final class Launcher {

    /**
     * Leaves our session first: Ctrl-C in our terminal, or its closing, is meant for us and not for the instances. Then
     * the process becomes the server, under the same process id.
     */
    private static final String DETACHED = "import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])";

    /** What the interpreter itself needs of our environment. The rest is none of the code's business. */
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH");

    private static final String LOG_BYTES = Integer.toString(5 * 1024 * 1024);

    private final Path server;
    private final Map<String, String> hostEnvironment;

    /** @param server the scoring server's folder */
    Launcher(Path server, Map<String, String> hostEnvironment) {
        this.server = server;
        this.hostEnvironment = Map.copyOf(hostEnvironment);
    }

    Process launch(InstanceSpec spec, InstanceFolder folder) throws IOException {
        var log = folder.log().current();
        var builder = new ProcessBuilder(command(spec.runsIn().reference(), folder, log));
        // Whatever Python says before the server keeps its log belongs into the same log.
        builder.redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        var variables = builder.environment();
        variables.clear();
        variables.putAll(environment(spec));
        builder.directory(new File(variables.getOrDefault("AML_APP_ROOT", "/")));
        return builder.start();
    }

    /** No secret may be in here: any user of this computer can read it. */
    private List<String> command(String python, InstanceFolder folder, Path log) {
        var port = folder.portFile().toString();
        return List.of(
                python,
                "-I",
                "-S",
                "-c",
                DETACHED, // and what it becomes
                python,
                "-u",
                server.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--port-file",
                port,
                "--log-file",
                log.toString(),
                "--log-bytes",
                LOG_BYTES);
    }

    private Map<String, String> environment(InstanceSpec spec) {
        var files = spec.files();
        var variables = ScoringServer.environment(
                spec,
                new Layout(
                        server.toString(),
                        files.app().toAbsolutePath().toString(),
                        files.models().toAbsolutePath().toString()));
        PASSED_ON.stream()
                .filter(hostEnvironment::containsKey)
                .forEach(name -> variables.putIfAbsent(name, hostEnvironment.get(name)));
        return variables;
    }
}

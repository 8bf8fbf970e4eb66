package dev.sluice.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** As much as the target can take, from wrk: some connections, each sending its next 1 kB POST after an answer. */
final class Saturation {

    private static final int USUAL_CONNECTIONS = 32;
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path folder;
    private final Path script;
    private final int connections;

    Saturation(Path folder) throws IOException {
        this(folder, USUAL_CONNECTIONS);
    }

    Saturation(Path folder, int connections) throws IOException {
        this.folder = folder;
        this.connections = connections;
        this.script = Files.writeString(folder.resolve("post.lua"), """
                wrk.method = "POST"
                wrk.body = string.rep("x", %d)
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["Authorization"] = "Bearer %s"
                done = function(summary, latency, requests)
                  local e = summary.errors
                  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
                    latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
                end
                """.formatted(Request.BODY_BYTES, Rivals.KEY));
    }

    /** @throws IOException if there was any answer but 200 */
    Run run(Target target, Duration length) throws IOException {
        var cpuBefore = target.program().cpu();
        var said = Wrk.say(folder, script, target.url(), connections, length);
        var cpu = target.program().cpu().minus(cpuBefore);
        var result = RESULT.matcher(said);
        if (!result.find()) {
            throw new IOException("wrk said nothing that can be read: " + said);
        }
        long requests = Long.parseLong(result.group(1));
        if (Long.parseLong(result.group(5)) > 0) {
            throw new IOException(target.name() + " gave errors: " + said);
        }
        return new Run(
                target.name(),
                Optional.empty(),
                requests * 1e6 / Long.parseLong(result.group(2)),
                Long.parseLong(result.group(3)),
                Long.parseLong(result.group(4)),
                cpu.toNanos() / 1e9 / requests * 1e4);
    }

    private static final class Wrk {
        static String say(Path folder, Path script, String url, int connections, Duration length) throws IOException {
            var process = new ProcessBuilder(
                            "wrk",
                            "-t1",
                            "-c" + connections,
                            "-d" + length.toSeconds() + "s",
                            "-s",
                            script.toString(),
                            url)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            try {
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                process.destroyForcibly();
            }
        }
    }
}

package dev.sluice.console.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** This computer's programs. One that does not answer in time is ended. Safe from any thread; blocks it. */
public final class HostPrograms implements Programs {

    private static final int MOST_BYTES = 4_096;

    private final Duration patience;

    public HostPrograms(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Optional<String> output(List<String> commandLine) {
        try {
            var process = new ProcessBuilder(commandLine)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return output(process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What fits the pipe is printed even while nobody reads; such answers are a line. */
    private Optional<String> output(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            return Optional.empty();
        }
        return Optional.of(new String(process.getInputStream().readNBytes(MOST_BYTES), UTF_8).strip());
    }
}

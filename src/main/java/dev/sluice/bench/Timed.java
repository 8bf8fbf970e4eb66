package dev.sluice.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A command whose time is taken, from its start to its end. */
record Timed(List<String> command) {

    private static final double NANOS = 1e9;

    Timed {
        command = List.copyOf(command);
    }

    /** @throws IOException if it cannot be started, or does not end well: with what it said */
    double seconds() throws IOException {
        long begun = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        var complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = codeOf(process);
        double seconds = (System.nanoTime() - begun) / NANOS;
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code + ": " + complaints.strip());
        }
        return seconds;
    }

    private static int codeOf(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new InterruptedIOException("interrupted while a command ran");
        }
    }
}

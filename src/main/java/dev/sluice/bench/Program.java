package dev.sluice.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs beside us and ends with us. */
final class Program implements AutoCloseable {

    private static final int SECONDS_TO_END = 3;

    private final Process process;
    private final Thread atExit;

    private Program(Process process) {
        this.process = process;
        this.atExit = new Thread(process::destroyForcibly);
    }

    static Program start(Recipe recipe) throws IOException {
        return run(new ProcessBuilder(recipe.command())
                .redirectErrorStream(true)
                .redirectOutput(recipe.log().toFile()));
    }

    /** Of what it says only errors go to the log. */
    static Program converse(Recipe recipe) throws IOException {
        return run(
                new ProcessBuilder(recipe.command()).redirectError(recipe.log().toFile()));
    }

    private static Program run(ProcessBuilder how) throws IOException {
        var program = new Program(how.start());
        // Ctrl-C ends this JVM without closing anything.
        Runtime.getRuntime().addShutdownHook(program.atExit);
        return program;
    }

    /** Processor time used so far, all threads and the processes that it started; in steps of 10 ms. */
    Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    long pid() {
        return process.pid();
    }

    /** Waits for it to end by itself, at most so long. */
    void await(Duration patience) {
        try {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    BufferedReader output() {
        return process.inputReader();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException exiting) {
            process.destroyForcibly();
        }
    }
}

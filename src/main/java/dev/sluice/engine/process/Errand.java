package dev.sluice.engine.process;

import dev.sluice.engine.LineCutter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Programs that are run one after the other to get something done, until somebody stops it. A program is ended together
 * with all that it has started. To be run by one thread, and stopped from any.
 */
final class Errand {

    private static final int LINES_KEPT = 400;

    private final Map<String, String> variables;
    private Optional<Process> running = Optional.empty();
    private boolean stopped;

    /** How a program has ended, and the newest lines that it has said. */
    record Ended(int exitCode, List<String> lines) {

        Ended {
            lines = List.copyOf(lines);
        }

        boolean isWell() {
            return exitCode == 0;
        }
    }

    /** @param variables what the programs see of the environment: all of it */
    Errand(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * Runs the program to its end, however that is.
     *
     * @param line takes each line that it says
     * @throws IOException if it cannot be started, or does not end within {@code patience}
     * @throws CancellationException if the errand was stopped
     */
    Ended run(List<String> command, Path folder, Duration patience, Consumer<String> line) throws IOException {
        var process = begin(command, folder);
        var isLate = new AtomicBoolean();
        process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            isLate.set(true);
            end(process);
            return process;
        });
        var lines = new ArrayDeque<String>();
        listen(process, said -> {
            lines.addLast(said);
            if (lines.size() > LINES_KEPT) {
                lines.removeFirst();
            }
            line.accept(said);
        });
        int code = process.onExit().join().exitValue();
        if (isLate.get()) {
            throw new IOException(command.get(0) + " did not end within " + patience.toSeconds() + " s");
        }
        return ended(code, List.copyOf(lines));
    }

    private synchronized Process begin(List<String> command, Path folder) throws IOException {
        throwIfStopped();
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        var process = builder.start();
        running = Optional.of(process);
        process.getOutputStream().close();
        return process;
    }

    private static void listen(Process process, Consumer<String> line) throws IOException {
        var cutter = new LineCutter(line);
        var bytes = new byte[8192];
        try (var said = process.getInputStream()) {
            for (int length = said.read(bytes); length >= 0; length = said.read(bytes)) {
                cutter.add(bytes, length);
            }
            cutter.end();
        }
    }

    private synchronized Ended ended(int code, List<String> lines) {
        running = Optional.empty();
        throwIfStopped();
        return new Ended(code, lines);
    }

    private void throwIfStopped() {
        if (stopped) {
            throw new CancellationException("nobody waits for it any more");
        }
    }

    /** Ends the program that runs, and lets no other begin. */
    synchronized void stop() {
        stopped = true;
        running.ifPresent(Errand::end);
    }

    private static void end(Process process) {
        // Asked for first: they cannot be told from others once their parent is gone.
        var descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}

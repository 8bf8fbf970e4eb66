package dev.sluice.engine.process;

import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * This computer's Python: the one that {@code SLUICE_PYTHON} names, else the first {@code python3} on the {@code
 * PATH}.
 */
final class HostPython {

    /** Says which interpreter it really is: the command may be a script that chooses one. */
    private static final String WHO_ARE_YOU =
            "import sys; print(sys.executable); print('%d.%d.%d' % sys.version_info[:3])";

    private static final Pattern AT_LEAST_3_8 = Pattern.compile("3\\.([89]|\\d\\d+)\\..*");
    private static final long PATIENCE_SECONDS = 30;
    private static final String REMEDY =
            "install Python 3.8 or newer, or set SLUICE_PYTHON to the path of one, and start Sluice again";

    private final String command;
    private CompletableFuture<Interpreter> seen =
            CompletableFuture.failedFuture(new IllegalStateException("nobody has asked yet"));

    private HostPython(String command) {
        this.command = command;
    }

    /** An interpreter that was seen to run. */
    record Interpreter(String path, String version) {

        @Override
        public String toString() {
            return path + " (Python " + version + ")";
        }
    }

    /** @param environment the variables of this program's process */
    static HostPython find(Map<String, String> environment) {
        var named = environment.getOrDefault("SLUICE_PYTHON", "");
        return new HostPython(named.isBlank() ? onPath(environment.getOrDefault("PATH", "")) : named);
    }

    private static String onPath(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse("python3");
    }

    /** The command as it was found, not yet known to work. */
    String command() {
        return command;
    }

    /** Sees that it can run the scoring server. It is run once; after a failure, when somebody may have mended it, again. */
    synchronized CompletableFuture<Interpreter> check() {
        if (seen.isCompletedExceptionally()) {
            seen = run();
        }
        return seen.copy();
    }

    private CompletableFuture<Interpreter> run() {
        try {
            var process = new ProcessBuilder(command, "-c", WHO_ARE_YOU)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return process.onExit()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .handle((ended, late) -> late == null ? answerOf(process) : giveUp(process));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(unusable("cannot be started: " + e.getMessage()));
        }
    }

    private Interpreter answerOf(Process process) {
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            var lines = List.of(said.split("\\R"));
            if (process.exitValue() != 0 || lines.size() != 2) {
                return refuse("cannot be used: " + lines.get(lines.size() - 1));
            }
            var version = lines.get(1);
            return AT_LEAST_3_8.matcher(version).matches()
                    ? new Interpreter(lines.get(0), version)
                    : refuse("is Python " + version + ", which is older than 3.8");
        } catch (IOException e) {
            throw new CompletionException(unusable("cannot be read from: " + e.getMessage()));
        }
    }

    private Interpreter giveUp(Process process) {
        process.destroyForcibly();
        return refuse("does not answer");
    }

    private Interpreter refuse(String why) {
        throw unusable(why);
    }

    private EngineException unusable(String why) {
        return new EngineException(
                Problem.of(Problem.Code.ENGINE_UNAVAILABLE, "", "the interpreter '" + command + "' " + why, REMEDY));
    }
}

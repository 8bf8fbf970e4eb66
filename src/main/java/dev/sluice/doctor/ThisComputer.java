package dev.sluice.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The computer that this runs on. What Linux alone tells is empty elsewhere. */
public final class ThisComputer implements Computer {

    private final Map<String, String> environment;
    private final ProcTree proc = new ProcTree(Path.of("/proc"));

    /** @param environment this process's variables */
    public ThisComputer(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public Optional<Path> program(String name) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    @Override
    public Optional<Said> run(Duration patience, List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            return said(process, patience);
        } catch (IOException cannotBeStarted) {
            return Optional.empty();
        }
    }

    /** Read beside, since a program that says much does not end before it is heard. */
    private static Optional<Said> said(Process process, Duration patience) {
        var text = CompletableFuture.supplyAsync(() -> hear(process));
        try {
            var heard = text.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new Said(process.waitFor(), heard));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException tooLong) {
            return Optional.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String hear(Process process) {
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }

    @Override
    public Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public boolean mayWrite(Path file) {
        return Files.isWritable(file);
    }

    @Override
    public Optional<Long> room(Path folder) {
        var there = Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst();
        try {
            return there.isPresent()
                    ? Optional.of(Files.getFileStore(there.get()).getUsableSpace())
                    : Optional.empty();
        } catch (IOException notTold) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Listener> listener(int port) {
        return proc.listener(port);
    }

    @Override
    public Optional<Long> lockHolder(Path file) {
        return proc.lockHolder(file);
    }
}

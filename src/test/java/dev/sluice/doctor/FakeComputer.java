package dev.sluice.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A computer on which nothing is, but what a test puts there. */
final class FakeComputer implements Computer {

    final Map<String, String> variables = new HashMap<>();
    final Map<String, Path> programs = new HashMap<>();
    final Map<Path, String> files = new HashMap<>();
    final Set<Path> readOnly = new HashSet<>();
    final Map<Integer, Listener> listeners = new HashMap<>();
    final Map<Path, Long> locks = new HashMap<>();
    Optional<Long> room = Optional.empty();

    /** What a command says, by its words. */
    final Map<String, Said> answers = new HashMap<>();

    FakeComputer answering(String command, int code, String text) {
        answers.put(command, new Said(code, text));
        return this;
    }

    FakeComputer program(String name, String path) {
        programs.put(name, Path.of(path));
        return this;
    }

    FakeComputer file(Path file, String text) {
        files.put(file, text);
        return this;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public Optional<Path> program(String name) {
        return Optional.ofNullable(programs.get(name));
    }

    @Override
    public Optional<Said> run(Duration patience, List<String> command) {
        return Optional.ofNullable(answers.get(String.join(" ", command)));
    }

    @Override
    public Optional<String> text(Path file) {
        return Optional.ofNullable(files.get(file));
    }

    @Override
    public boolean exists(Path file) {
        return files.keySet().stream().anyMatch(there -> there.startsWith(file));
    }

    @Override
    public boolean mayWrite(Path file) {
        return exists(file) && !readOnly.contains(file);
    }

    @Override
    public Optional<Long> room(Path folder) {
        return room;
    }

    @Override
    public Optional<Listener> listener(int port) {
        return Optional.ofNullable(listeners.get(port));
    }

    @Override
    public Optional<Long> lockHolder(Path file) {
        return Optional.ofNullable(locks.get(file));
    }
}

package dev.sluice.home;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts a runtime of its own in the background, for a state folder that has none. However many programs ask at the same
 * time, one is started, and all get to it.
 *
 * @param command starts a runtime for that folder, and ends if it cannot
 * @param patience how long it may take to come up
 * @param told what is waited for, in sentences
 */
public record BackgroundStart(Path folder, List<String> command, Duration patience, Consumer<String> told) {

    private static final String LOG = "serve.log";
    private static final Duration FOR_ONE_ON_ITS_WAY = Duration.ofSeconds(60);

    public BackgroundStart {
        command = List.copyOf(command);
    }

    /** A runtime that is up, and whether it was started for whoever asked. */
    public record Found(RuntimeNote note, boolean isNew) {}

    /**
     * The runtime that is up, else a new one. Blocks.
     *
     * @throws IllegalStateException if none comes up: why, and what to do
     */
    public Found find() throws InterruptedException {
        var file = new NoteFile(folder);
        var up = file.read();
        if (up.isPresent()) {
            return new Found(up.get(), false);
        }
        Home.prepare(folder);
        try (var turn =
                FileChannel.open(folder.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            takeTurn(turn);
            // Whoever had the turn before may have started one, and one that is ending gets in the way of the next.
            var meanwhile =
                    new Interim(folder, Interim.USUAL_PATIENCE, told).await().or(file::read);
            var holder = Home.holder(folder);
            if (meanwhile.isEmpty() && holder.isPresent()) {
                throw new IllegalStateException("process " + holder.get() + " has " + folder
                        + " open and does not say where it can be spoken to; end it with `kill " + holder.get()
                        + "` if it stays like that");
            }
            return meanwhile.isPresent() ? new Found(meanwhile.get(), false) : start(file);
        } catch (IOException e) {
            throw new UncheckedIOException("no runtime can be started in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The runtime that another process has in the folder, once it can be spoken to; empty if it does not come up. Blocks. */
    public static Optional<RuntimeNote> onItsWay(Path folder) throws InterruptedException {
        try (var watch = NoteWatch.of(new NoteFile(folder))) {
            return watch.await(FOR_ONE_ON_ITS_WAY);
        }
    }

    /** Until the channel is closed. */
    private void takeTurn(FileChannel turn) throws IOException {
        if (turn.tryLock() == null) {
            told.accept("Waiting for another command that is starting a runtime...");
            turn.lock();
        }
    }

    private Found start(NoteFile file) throws IOException, InterruptedException {
        try (var watch = NoteWatch.of(file)) {
            told.accept("No runtime is up: starting one in the background (its log: " + folder.resolve(LOG) + ")...");
            var process = run();
            process.onExit().thenRun(watch::close);
            var note = watch.await(patience);
            if (note.isPresent()) {
                return new Found(note.get(), note.get().pid() == process.pid());
            }
            return new Found(insteadOf(process), false);
        }
    }

    /** A console that was just opening may have been quicker; then that is the runtime. */
    private RuntimeNote insteadOf(Process process) throws InterruptedException {
        boolean another = !process.isAlive() && Home.holder(folder).isPresent();
        return (another ? onItsWay(folder) : Optional.<RuntimeNote>empty())
                .orElseThrow(() -> new IllegalStateException("a runtime was started in the background, and "
                        + (process.isAlive() ? "is not up after " + patience.toSeconds() + " s" : "has ended")
                        + ": " + lastWords() + "; all it said is in " + folder.resolve(LOG)
                        + ". Try `./sluice serve` to see for yourself, or `./sluice doctor`"));
    }

    private Process run() throws IOException {
        return new ProcessBuilder(Session.detached(command))
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile())
                .start();
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(folder.resolve(LOG));
            return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "what it said cannot be read (" + e.getMessage() + ")";
        }
    }
}

package dev.sluice.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The time in which a process has a state folder open and cannot be spoken to: it is starting, or ending.
 *
 * @param patience for how long that is waited for
 * @param told a sentence, if it takes long enough for people to wonder
 */
public record Interim(Path folder, Duration patience, Consumer<String> told) {

    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    private static final Duration UNTIL_TOLD = Duration.ofSeconds(2);

    /** Not everything that ends an interim is seen in the folder. */
    private static final long LOOK_EVERY_MILLIS = 200;

    /** What comes after it for who wants the folder. */
    public sealed interface Outcome {

        /** It was free, and is ours now. */
        record Opened(Home home) implements Outcome {}

        /** Another process's runtime can be spoken to. */
        record Up(RuntimeNote note) implements Outcome {}
    }

    /** Opens the folder, or finds the runtime that is in it; empty if neither can be done in time. Blocks. */
    public Optional<Outcome> outcome() throws InterruptedException {
        var opened = new AtomicReference<>(Optional.<Home>empty());
        var note = await(() -> {
            if (opened.get().isEmpty()) {
                opened.set(Home.open(folder));
            }
            return opened.get().isPresent();
        });
        return opened.get().<Outcome>map(Outcome.Opened::new).or(() -> note.map(Outcome.Up::new));
    }

    /** The runtime, once it can be spoken to; empty if nobody has the folder, any more or at all. Blocks. */
    public Optional<RuntimeNote> await() throws InterruptedException {
        return await(() -> Home.holder(folder).isEmpty());
    }

    private Optional<RuntimeNote> await(BooleanSupplier over) throws InterruptedException {
        var file = new NoteFile(folder);
        if (over.getAsBoolean()) {
            return Optional.empty();
        }
        // Before anything is watched, which a system may have no more room for.
        var there = file.read();
        return there.isPresent() ? there : await(file, over);
    }

    private Optional<RuntimeNote> await(NoteFile file, BooleanSupplier over) throws InterruptedException {
        long began = System.nanoTime();
        boolean silent = true;
        try (var changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            var note = file.read();
            while (note.isEmpty() && !over.getAsBoolean() && since(began).compareTo(patience) < 0) {
                if (silent && since(began).compareTo(UNTIL_TOLD) > 0) {
                    silent = false;
                    told.accept("Waiting for " + holder() + " to be up or to end...");
                }
                var change = Optional.ofNullable(changes.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
                change.ifPresent(key -> {
                    key.pollEvents();
                    key.reset();
                });
                note = file.read();
            }
            return note;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be watched: " + e.getMessage(), e);
        }
    }

    private String holder() {
        return Home.holder(folder).map(pid -> "process " + pid).orElse("another Sluice");
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

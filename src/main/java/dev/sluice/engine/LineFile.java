package dev.sluice.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A small text file with one thing a line, that a person may edit too: empty lines, and those that begin with #, count for
 * nothing. It need not exist; its folder must, to be written to. Safe from any thread; touches the disk.
 */
final class LineFile<T> {

    private static final int MOST_BYTES = 1 << 18;

    private final Path file;
    private final String head;
    private final Function<String, T> parse;
    private final Refusal refusal;

    /** What is thrown for a line that cannot be understood. */
    interface Refusal {
        RuntimeException of(Path file, int line, String why);
    }

    /**
     * @param head tells a person what can be written there
     * @param parse throws an {@link IllegalArgumentException} that says what is wrong with a line
     */
    LineFile(Path file, String head, Function<String, T> parse, Refusal refusal) {
        this.file = file;
        this.head = head;
        this.parse = parse;
        this.refusal = refusal;
    }

    List<T> kept() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refusal.of(file, 1, "it is larger than any list of them");
            }
            return read(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException absent) {
            return List.of();
        } catch (IOException e) {
            throw refusal.of(file, 1, "it cannot be read: " + why(e));
        }
    }

    private List<T> read(List<String> lines) {
        var read = new ArrayList<T>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    read.add(parse.apply(line));
                } catch (IllegalArgumentException e) {
                    throw refusal.of(file, i + 1, String.valueOf(e.getMessage()));
                }
            }
        }
        return read;
    }

    /** Hands out what makes the file as it was before, to the letter; that may fail as this does. */
    synchronized Runnable keep(List<T> things) {
        var text = things.stream().map(thing -> thing + "\n").collect(Collectors.joining("", head, ""));
        var before = present();
        try {
            put(text.getBytes(StandardCharsets.UTF_8));
            return () -> putBack(before);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** What could not be put back must not be written over. */
    private Optional<byte[]> present() {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read, and so it is not replaced: " + why(e), e);
        }
    }

    private synchronized void putBack(Optional<byte[]> before) {
        try {
            if (before.isPresent()) {
                put(before.get());
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Written beside and put in place, so that a crash leaves the old or the new. */
    private void put(byte[] content) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private UncheckedIOException notWritten(IOException e) {
        return new UncheckedIOException(file + " cannot be written: " + why(e), e);
    }

    /** Of many of the system's own exceptions the message is the name of a file, and what is wrong with it their class. */
    static String why(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "the user who runs Sluice has no right to " + denied.getFile();
        } else if (e instanceof NoSuchFileException) {
            return "its folder is not there";
        } else if (e instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        } else if (e instanceof FileSystemException failed) {
            return failed.getReason() == null ? e.getClass().getSimpleName() : failed.getReason();
        }
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}

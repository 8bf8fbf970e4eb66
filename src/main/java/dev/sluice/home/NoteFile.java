package dev.sluice.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * {@code control.json} of a state folder: where the runtime in it can be spoken to, and the secret that it wants. Nobody
 * but its user can read it, at any moment. One that a crash has left behind is no harm: nobody answers there.
 */
public record NoteFile(Path folder) {

    static final String NAME = "control.json";

    private static final int PATIENCE_MILLIS = 2_000;

    /** For the runtime that has the folder open. Never to be seen half written. */
    public void write(RuntimeNote note) {
        var beside = folder.resolve(NAME + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, forItsUserOnly());
            Files.write(beside, NoteJson.write(note, Incarnation.of(note.pid())));
            Files.move(beside, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(path() + " cannot be written: " + e.getMessage(), e);
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException(path() + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** The runtime that can be spoken to now; empty if none is up. */
    public Optional<RuntimeNote> read() {
        return written().filter(NoteFile::isUp).map(NoteJson.Written::note);
    }

    private Optional<NoteJson.Written> written() {
        try {
            return Optional.of(NoteJson.read(Files.readAllBytes(path())));
        } catch (IOException | IllegalArgumentException noneOrDamaged) {
            // The next runtime writes it anew; until then it is as if there were none.
            return Optional.empty();
        }
    }

    /** Both the process number and the port of one that has crashed may be others' now. */
    private static boolean isUp(NoteJson.Written written) {
        return written.process().isThere()
                && isOpen(written.note().doorway().address().getPort());
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException nobodyThere) {
            return false;
        }
    }

    private Path path() {
        return folder.resolve(NAME);
    }

    private FileAttribute<?>[] forItsUserOnly() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

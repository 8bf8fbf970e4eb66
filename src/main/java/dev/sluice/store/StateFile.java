package dev.sluice.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens the SQLite file so that only its owner can read it, only one program uses it, and a commit survives a power cut. */
final class StateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private StateFile() {}

    static Handle open(Path file) {
        try {
            prepare(file);
        } catch (IOException e) {
            throw new StoreException(
                    "the state file " + file + " cannot be made: " + e.getMessage()
                            + ". Choose a state folder that you may write to",
                    e);
        }
        var jdbi = Jdbi.create("jdbc:sqlite:" + file + "?busy_timeout=1000");
        // A statement's arguments may be an endpoint's keys, which must not get into an exception's message.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        Handle handle = attempt(file, jdbi::open);
        try {
            attempt(file, () -> {
                configure(handle);
                return handle;
            });
            return handle;
        } catch (StoreException e) {
            handle.close();
            throw e;
        }
    }

    /** Says what an SQLite error means for {@code file}. */
    static <T> T attempt(Path file, Work<T> work) {
        try {
            return work.run();
        } catch (StoreException e) {
            throw new StoreException("the state file " + file + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new StoreException("the state file " + file + " cannot be used: " + meaningOf(e), e);
        }
    }

    private static void prepare(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER)}
                : new FileAttribute<?>[0];
        // SQLite's native library is unpacked on first use: not into a folder that others can write to.
        var library = Files.createDirectories(folder.resolve("native"), attributes);
        System.setProperty("org.sqlite.tmpdir", library.toString());
        NativeLibrary.keepIn(library);
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // What is there is what we want to open.
        }
        if (posix) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static void configure(Handle handle) {
        // The lock is held until the file is closed: two runtimes on one state would undo each other's work.
        handle.execute("PRAGMA locking_mode = EXCLUSIVE");
        Migrations.check(handle);
        var health =
                handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).one();
        if (!health.equals("ok")) {
            throw new StoreException("it is damaged (" + health + "). Put back a copy, or move it away to start empty");
        }
        handle.execute("PRAGMA journal_mode = WAL");
        // With NORMAL a power cut could take back a change that was already answered, such as a regenerated key.
        // FULL costs a flush for each change a person makes.
        handle.execute("PRAGMA synchronous = FULL");
        // Keys that were replaced shall not linger in free pages.
        handle.execute("PRAGMA secure_delete = ON");
        Migrations.apply(handle);
    }

    private static String meaningOf(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return meaningOf(sqlite.getResultCode());
            }
        }
        return error.getMessage() + ". Look into the log for details";
    }

    private static String meaningOf(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "another Sluice is running on it. Stop that one, or choose another state" + " folder";
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                "it is damaged or no SQLite file. Put back a copy, or move it away to" + " start empty";
            case SQLITE_FULL -> "the disk is full. Make room and try again";
            default -> "SQLite says " + code + ". Check that the disk works and that the file may be written";
        };
    }

    /** Something that SQLite may refuse. */
    interface Work<T> {
        T run();
    }
}

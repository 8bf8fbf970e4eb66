package dev.sluice.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once and found again by its version. The driver's own way unpacks it at each start and
 * then compares the two byte by byte, which takes half of the time that a runtime needs to start.
 */
final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * Has the driver load it from {@code folder}, into which nobody else may write. On a system for which the driver brings
     * no library it is left to find its own.
     */
    static void keepIn(Path folder) throws IOException {
        var name = LibraryLoaderUtil.getNativeLibName();
        try (var packed =
                SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (packed == null) {
                return;
            }
            var unpacked = folder.resolve(SQLiteJDBCLoader.getVersion() + "-" + name);
            if (!Files.exists(unpacked)) {
                var unfinished = Files.createTempFile(folder, name, ".unfinished");
                Files.copy(packed, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
            }
            System.setProperty("org.sqlite.lib.path", folder.toString());
            System.setProperty("org.sqlite.lib.name", unpacked.getFileName().toString());
        }
    }
}

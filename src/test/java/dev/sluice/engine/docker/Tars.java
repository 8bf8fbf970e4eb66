package dev.sluice.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Takes tar files apart. */
final class Tars {

    private Tars() {}

    static Map<String, byte[]> read(InputStream archive) throws IOException {
        var read = new LinkedHashMap<String, byte[]>();
        try (var tar = new TarArchiveInputStream(archive, "UTF-8")) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                read.put(entry.getName(), tar.readAllBytes());
            }
        }
        return read;
    }
}

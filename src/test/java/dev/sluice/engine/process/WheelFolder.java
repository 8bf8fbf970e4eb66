package dev.sluice.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of wheels made by hand, for a pip that is to see no other index. */
final class WheelFolder {

    private final Path folder;

    WheelFolder(Path folder) {
        this.folder = folder;
    }

    /** A package of one module, which says its version. */
    WheelFolder with(String name, String version) throws IOException {
        var info = name + "-" + version + ".dist-info/";
        var wheel = folder.resolve(name + "-" + version + "-py3-none-any.whl");
        try (var zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            put(zip, name + ".py", "VERSION = '" + version + "'\n");
            put(zip, info + "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
            put(
                    zip,
                    info + "WHEEL",
                    "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            put(
                    zip,
                    info + "RECORD",
                    name + ".py,,\n" + info + "METADATA,,\n" + info + "WHEEL,,\n" + info + "RECORD,,\n");
        }
        return this;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** What makes pip look here and nowhere else. */
    Map<String, String> variables() {
        return Map.of("PIP_NO_INDEX", "1", "PIP_FIND_LINKS", folder.toString(), "PIP_CONFIG_FILE", "/dev/null");
    }
}

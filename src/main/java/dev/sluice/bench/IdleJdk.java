package dev.sluice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that passes for this process's JDK, and whose programs do nothing: what a launcher takes is left. */
final class IdleJdk {

    private IdleJdk() {}

    static Path in(Path folder) throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var release = Path.of(System.getProperty("java.home"), "release");
        Files.copy(release, folder.resolve("release"), StandardCopyOption.REPLACE_EXISTING);
        for (var program : new String[] {"java", "javac"}) {
            var idle = bin.resolve(program);
            Files.deleteIfExists(idle);
            Files.copy(Path.of("/bin/true").toRealPath(), idle, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return folder;
    }
}

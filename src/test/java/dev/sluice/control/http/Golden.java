package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that somebody has looked at, and that must not change unseen. {@code -Dgolden=write} writes it anew: then its
 * difference is to be looked at.
 */
public record Golden(Path path) {

    public static Golden file(String path) {
        return new Golden(Path.of(path));
    }

    public void holds(byte[] content) {
        try {
            if (System.getProperty("golden", "").equals("write")) {
                Files.createDirectories(path.getParent());
                Files.write(path, content);
            }
            assertThat(new String(content, StandardCharsets.UTF_8))
                    .as("%s; if the change is meant, run the test with -Dgolden=write", path)
                    .isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.sluice.hash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The SHA-256 of what is added bit by bit, as lower-case hexadecimal digits. For one thread. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String of(String text) {
        return new Sha256().add(text).digits();
    }

    public static String of(Path file) throws IOException {
        var hash = new Sha256();
        try (var in = hash.reading(Files.newInputStream(file))) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hash.digits();
    }

    /** Of texts in their order; where one ends and the next begins counts. */
    public static String of(Stream<String> texts) {
        var hash = new Sha256();
        texts.forEach(text -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            hash.add(bytes.length + ":").add(bytes);
        });
        return hash.digits();
    }

    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** The same stream: what is read from it is added. */
    public InputStream reading(InputStream content) {
        return new DigestInputStream(content, digest);
    }

    /** All 64 of them. Adding begins anew afterwards. */
    public String digits() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

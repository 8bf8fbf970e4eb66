package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file that is to be a request's body: text that can be edited, or bytes that are sent as they are. */
sealed interface BodyFile {

    /** Longer texts are sent from their file: an editor would be of no use for them. */
    long LONGEST_TEXT = 1 << 20;

    /** @param contentType as its name's ending says; empty if it says nothing */
    record Text(String text, String contentType) implements BodyFile {}

    /** @param contentType as its name's ending says; empty if it says nothing */
    record Bytes(Draft.Content.File file, String contentType) implements BodyFile {}

    /** @param problem in words for the user */
    record Unusable(String problem) implements BodyFile {}

    /** Reads it, on the caller's thread. */
    static BodyFile read(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                return new Unusable(Messages.of("invoke.file.none", path));
            }
            long size = Files.size(path);
            if (size > RequestCheck.LARGEST_BODY) {
                return new Unusable(Messages.of("invoke.bad.file-size", path.getFileName(), size >> 20));
            }
            return size > LONGEST_TEXT ? bytes(path, size) : read(path, size);
        } catch (IOException e) {
            return new Unusable(Messages.of("invoke.file.unreadable", path, Reason.of(e)));
        }
    }

    private static BodyFile read(Path path, long size) throws IOException {
        var bytes = Files.readAllBytes(path);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? new Text(text, contentType(path)) : bytes(path, size);
        } catch (CharacterCodingException binary) {
            return bytes(path, size);
        }
    }

    private static Bytes bytes(Path path, long size) {
        return new Bytes(new Draft.Content.File(path, size), contentType(path));
    }

    /** As the name's ending says; empty if it says nothing. */
    static String contentType(Path path) {
        var name = path.getFileName().toString();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json" -> "application/json";
            case "csv" -> "text/csv";
            case "txt" -> "text/plain";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            case "bmp" -> "image/bmp";
            case "tif", "tiff" -> "image/tiff";
            case "wav" -> "audio/wav";
            case "mp3" -> "audio/mpeg";
            case "pdf" -> "application/pdf";
            default -> "";
        };
    }
}

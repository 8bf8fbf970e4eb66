package dev.sluice.control.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the head of an answer of {@link ControlServer}, in as many pieces as it comes. Used once. */
final class HeadReader {

    private static final int LONGEST = 32 << 10;
    private static final String LENGTH = "content-length:";
    private static final String SHOWN = Milestones.FIELD + ":";

    /**
     * @param length of the body; without one it ends with the connection
     * @param shown its number among the {@link Milestones}, if it has one
     */
    record Head(int status, OptionalInt length, OptionalLong shown) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private Optional<Head> head = Optional.empty();

    /** What was read, once it is whole. */
    Optional<Head> head() {
        return head;
    }

    /**
     * Takes what belongs to the head, and leaves the rest.
     *
     * @throws IOException if that is no answer
     */
    void read(ByteBuffer more) throws IOException {
        while (head.isEmpty() && more.hasRemaining()) {
            bytes.write(more.get());
            if (bytes.size() > LONGEST) {
                throw new IOException("something else than a runtime answers there");
            }
            if (endsALine(more)) {
                var text = bytes.toString(StandardCharsets.ISO_8859_1);
                head = text.endsWith("\r\n\r\n") ? Optional.of(parsed(text)) : Optional.empty();
            }
        }
    }

    private static boolean endsALine(ByteBuffer read) {
        return read.get(read.position() - 1) == '\n';
    }

    private static Head parsed(String text) throws IOException {
        var lines = text.split("\r\n");
        var first = lines[0].split(" ", 3);
        var length = OptionalInt.empty();
        var shown = OptionalLong.empty();
        try {
            for (var line : lines) {
                if (isField(line, LENGTH)) {
                    length = OptionalInt.of(
                            Integer.parseInt(line.substring(LENGTH.length()).strip()));
                } else if (isField(line, SHOWN)) {
                    shown = OptionalLong.of(
                            Long.parseLong(line.substring(SHOWN.length()).strip()));
                }
            }
            if (first.length > 1 && first[0].startsWith("HTTP/1.")) {
                return new Head(Integer.parseInt(first[1]), length, shown);
            }
        } catch (NumberFormatException e) {
            throw new IOException("something else than a runtime answers there", e);
        }
        throw new IOException("something else than a runtime answers there");
    }

    private static boolean isField(String line, String name) {
        return line.regionMatches(true, 0, name, 0, name.length());
    }
}

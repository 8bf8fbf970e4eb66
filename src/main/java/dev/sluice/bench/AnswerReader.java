package dev.sluice.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads answers of a known length, one by one. Knows no more HTTP than the benchmark's answers need. */
final class AnswerReader {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");
    private static final String OK = "HTTP/1.1 200 ";

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8 << 10);

    void readFrom(ReadableByteChannel channel) throws IOException {
        buffer.clear();
        do {
            if (channel.read(buffer) < 0) {
                throw new IOException("closed the connection");
            }
        } while (!isWhole());
    }

    private boolean isWhole() throws IOException {
        var text = StandardCharsets.ISO_8859_1.decode(buffer.duplicate().flip()).toString();
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        var length = LENGTH.matcher(text);
        if (!text.startsWith(OK) || !length.find()) {
            throw new IOException("answered " + text.lines().findFirst().orElse("nothing"));
        }
        return text.length() - head - 4 >= Integer.parseInt(length.group(1));
    }
}

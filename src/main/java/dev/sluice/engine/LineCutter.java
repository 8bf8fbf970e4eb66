package dev.sluice.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts a log's bytes into lines, however they come in. What is not UTF-8 shows as replacement characters, and a line
 * of more than 16 KiB comes in pieces, so that no script can make us hold more than that. For one thread.
 */
public final class LineCutter {

    private static final int LONGEST = 16 * 1024;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final Consumer<String> lines;

    public LineCutter(Consumer<String> lines) {
        this.lines = lines;
    }

    public void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                cut();
            } else {
                if (begun.size() == LONGEST) {
                    cut();
                }
                begun.write(bytes[i]);
            }
        }
    }

    /** Hands over what was begun and will not be completed. */
    public void end() {
        if (begun.size() > 0) {
            cut();
        }
    }

    private void cut() {
        var line = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
}

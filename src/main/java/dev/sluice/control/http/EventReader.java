package dev.sluice.control.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads server-sent events, in as many pieces as they come. For one thread. */
final class EventReader {

    private static final int LONGEST_LINE = 64 << 20;
    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";

    /** Who is told of each event. */
    interface Listener {

        /** @param name empty for an ordinary one */
        void event(String name, byte[] data) throws IOException;

        /** The events so far have in them what has this number among the {@link Milestones}. */
        default void reached(long number) {}
    }

    private final Listener listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String name = "";

    EventReader(Listener listener) {
        this.listener = listener;
    }

    /** Takes everything. An event's data is one line, as {@link EventStream} writes it. */
    void read(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int end = lineEnd(bytes);
            line.write(bytes.array(), bytes.arrayOffset() + bytes.position(), end - bytes.position());
            bytes.position(end);
            if (bytes.hasRemaining()) {
                bytes.get(); // the line's end
                take(line.toByteArray());
                line.reset();
            } else if (line.size() > LONGEST_LINE) {
                throw new IOException("an event is larger than " + (LONGEST_LINE >> 20) + " MiB");
            }
        }
    }

    private static int lineEnd(ByteBuffer bytes) {
        int end = bytes.position();
        while (end < bytes.limit() && bytes.get(end) != '\n') {
            end++;
        }
        return end;
    }

    private void take(byte[] whole) throws IOException {
        if (begins(whole, DATA)) {
            listener.event(name, Arrays.copyOfRange(whole, DATA.length(), whole.length));
        } else if (begins(whole, EVENT)) {
            name = new String(whole, EVENT.length(), whole.length - EVENT.length(), StandardCharsets.UTF_8);
        } else if (begins(whole, EventStream.ID)) {
            listener.reached(number(whole));
        } else if (whole.length == 0) {
            name = "";
        }
    }

    private static long number(byte[] whole) throws IOException {
        try {
            return Long.parseLong(new String(whole, StandardCharsets.UTF_8).substring(EventStream.ID.length()));
        } catch (NumberFormatException e) {
            throw new IOException("something else than a runtime tells this", e);
        }
    }

    private static boolean begins(byte[] whole, String field) {
        return whole.length >= field.length()
                && new String(whole, 0, field.length(), StandardCharsets.ISO_8859_1).equals(field);
    }
}

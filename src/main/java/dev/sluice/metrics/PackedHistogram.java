package dev.sluice.metrics;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * A histogram of a meter's as few bytes: HdrHistogram's own encoding, without compression, and its body alone, which is
 * what differs from one to the other.
 */
final class PackedHistogram {

    /** Cookie, length, offset, digits, lowest and highest value, ratio. */
    private static final int HEAD = 4 * Integer.BYTES + 3 * Long.BYTES;

    /** How many bytes of what follows the head there are: the one number of the head that differs. */
    private static final int LENGTH_PLACE = Integer.BYTES;

    private static final byte[] EMPTY = encoded(TallyMeter.newTotal());

    private PackedHistogram() {}

    /** What follows the head. */
    static byte[] body(Histogram micros) {
        var encoded = encoded(micros);
        return Arrays.copyOfRange(encoded, HEAD, encoded.length);
    }

    /** With the head before it, as other programs read it. */
    static byte[] whole(byte[] body) {
        return ByteBuffer.allocate(HEAD + body.length)
                .put(EMPTY, 0, HEAD)
                .put(body)
                .putInt(LENGTH_PLACE, body.length)
                .array();
    }

    static byte[] encoded(Histogram micros) {
        var buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }

    /**
     * What {@link #whole} gave. The bytes may come from another program: a range that asks for much memory is none of ours.
     *
     * @throws IllegalArgumentException if it did not
     */
    static Histogram read(byte[] whole) {
        if (!isHeadOfOurs(whole)) {
            throw new IllegalArgumentException("these bytes are no histogram of latencies");
        }
        try {
            return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(whole), 0);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("these bytes are a broken histogram of latencies", e);
        }
    }

    private static boolean isHeadOfOurs(byte[] whole) {
        if (whole.length < HEAD) {
            return false;
        }
        var head = Arrays.copyOf(whole, HEAD);
        System.arraycopy(EMPTY, LENGTH_PLACE, head, LENGTH_PLACE, Integer.BYTES);
        return Arrays.equals(head, Arrays.copyOf(EMPTY, HEAD));
    }
}

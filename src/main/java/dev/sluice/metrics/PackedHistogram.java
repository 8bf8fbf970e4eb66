package dev.sluice.metrics;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
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

    /** What stands at each place of a body, in microseconds. */
    private static final int[] VALUES = values(TallyMeter.newTotal());

    /** Takes how often a value came. */
    interface Counted {
        void times(long micros, long count);
    }

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

    /**
     * Tells each value that came. A library's histogram of its own for each would be 24 KiB that are filled and gone through
     * for a few dozen values: where thousands are merged one by one, that is a hundred times the work.
     */
    static void forEach(byte[] body, Counted counted) {
        int place = 0;
        var bytes = ByteBuffer.wrap(body);
        while (bytes.hasRemaining()) {
            long number = next(bytes);
            if (number < 0) {
                place -= (int) number; // so many places in a row are empty
            } else {
                counted.times(VALUES[place++], number);
            }
        }
    }

    /** Seven bits a byte, the lowest first, and the sign in the lowest of all. */
    private static long next(ByteBuffer bytes) {
        long bits = 0;
        byte read;
        int shift = 0;
        do {
            read = bytes.get();
            bits |= (read & 0x7fL) << shift;
            shift += 7;
        } while (read < 0);
        return (bits >>> 1) ^ -(bits & 1);
    }

    private static int[] values(Histogram micros) {
        var values = IntStream.builder();
        for (long value = 0; value <= micros.getHighestTrackableValue(); value = micros.nextNonEquivalentValue(value)) {
            values.add((int) value);
        }
        return values.build().toArray();
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

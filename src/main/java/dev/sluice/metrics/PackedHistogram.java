package dev.sluice.metrics;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** A histogram of a meter's as few bytes, in HdrHistogram's own encoding, without compression. */
final class PackedHistogram {

    /** Cookie, length, offset, digits, lowest and highest value, ratio. */
    private static final int HEAD = 4 * Integer.BYTES + 3 * Long.BYTES;

    /** How many bytes of what follows the head there are: the one number of the head that differs. */
    private static final int LENGTH_PLACE = Integer.BYTES;

    private static final byte[] EMPTY = write(TallyMeter.newTotal());

    private PackedHistogram() {}

    static byte[] write(Histogram micros) {
        var buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }

    /**
     * What {@link #write} gave. The bytes may come from another program: a range that asks for much memory is none of ours.
     *
     * @throws IllegalArgumentException if it did not
     */
    static Histogram read(byte[] packed) {
        if (!isHeadOfOurs(packed)) {
            throw new IllegalArgumentException("these bytes are no histogram of latencies");
        }
        try {
            return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(packed), 0);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("these bytes are a broken histogram of latencies", e);
        }
    }

    private static boolean isHeadOfOurs(byte[] packed) {
        if (packed.length < HEAD) {
            return false;
        }
        var head = Arrays.copyOf(packed, HEAD);
        System.arraycopy(EMPTY, LENGTH_PLACE, head, LENGTH_PLACE, Integer.BYTES);
        return Arrays.equals(head, Arrays.copyOf(EMPTY, HEAD));
    }
}

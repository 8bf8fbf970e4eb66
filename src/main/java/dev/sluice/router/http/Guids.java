package dev.sluice.router.http;

import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Makes random GUIDs (version 4) from a source of chance that is passed in. {@code UUID.randomUUID} draws on the
 * system's secure random numbers, which costs more than the rest of a request's bookkeeping; a trace id is no secret.
 * As safe for threads as its source.
 */
public final class Guids implements Supplier<String> {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int LENGTH = 36;

    private final LongSupplier chance;

    public Guids(LongSupplier chance) {
        this.chance = chance;
    }

    @Override
    public String get() {
        long high = chance.getAsLong() & 0xffffffffffff0fffL | 0x4000L;
        long low = chance.getAsLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        var text = new byte[LENGTH];
        write(high >>> 32, 8, text, 0);
        write(high >>> 16, 4, text, 9);
        write(high, 4, text, 14);
        write(low >>> 48, 4, text, 19);
        write(low, 12, text, 24);
        text[8] = '-';
        text[13] = '-';
        text[18] = '-';
        text[23] = '-';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void write(long bits, int digits, byte[] text, int from) {
        long rest = bits;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = HEX[(int) (rest & 15)];
            rest >>>= 4;
        }
    }
}

package dev.sluice.domain;

import java.util.Locale;

/**
 * A number of bytes as people read it, in the unit that fits.
 *
 * @param number with one digit behind the point, but of whole bytes
 */
public record ByteSize(String number, Unit unit) {

    private static final int STEP = 1024;

    /** What is more would be rounded to a whole one of the next unit. */
    private static final double MOST = STEP - 0.05;

    /** The largest is no end: there are just many of them. */
    public enum Unit {
        BYTES,
        KIB,
        MIB,
        GIB
    }

    public static ByteSize of(long bytes) {
        if (bytes < STEP) {
            return new ByteSize(Long.toString(bytes), Unit.BYTES);
        }
        double amount = bytes / (double) STEP;
        int unit = Unit.KIB.ordinal();
        while (amount >= MOST && unit < Unit.GIB.ordinal()) {
            amount /= STEP;
            unit++;
        }
        return new ByteSize(String.format(Locale.ROOT, "%.1f", amount), Unit.values()[unit]);
    }

    /** {@code 1 byte}, {@code 7 bytes}, {@code 12.3 MiB}: in lines that the runtime tells, which are English. */
    public String text() {
        return number
                + switch (unit) {
                    case BYTES -> number.equals("1") ? " byte" : " bytes";
                    case KIB -> " KiB";
                    case MIB -> " MiB";
                    case GIB -> " GiB";
                };
    }
}

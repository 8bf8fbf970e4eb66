package dev.sluice.console.support;

import java.util.Locale;

/** Sizes of files as people read them. */
public final class FileSize {

    private static final double KIB = 1024;
    private static final double MIB = KIB * KIB;
    private static final double GIB = KIB * MIB;

    private FileSize() {}

    /** {@code 0.5 KiB}, {@code 12 MiB}, {@code 4.2 GiB}. */
    public static String text(long bytes) {
        if (bytes < MIB) {
            return Messages.of("size.kib", number(bytes / KIB));
        }
        return bytes < GIB
                ? Messages.of("size.mib", number(bytes / MIB))
                : Messages.of("size.gib", number(bytes / GIB));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }
}

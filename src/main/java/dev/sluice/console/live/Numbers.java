package dev.sluice.console.live;

import dev.sluice.console.support.Messages;
import java.util.Locale;

/** Measured numbers in words. A dash where there was nothing to measure: zero would be a lie. */
final class Numbers {

    private static final double MIB_PER_GIB = 1024;
    private static final double FEW = 10;

    private Numbers() {}

    static String percent(double value) {
        return orDash(value, "%.1f %%");
    }

    static String wholePercent(double value) {
        return orDash(value, "%.0f %%");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String rate(double value) {
        return orDash(value, value > 0 && value < FEW ? "%.1f" : "%,.0f");
    }

    /** Marked as rough if few requests stand behind it. */
    static String millis(double value, boolean rough) {
        return orDash(value, (rough ? "~" : "") + "%,.1f ms");
    }

    static String cores(double value) {
        return orDash(value, "%.2f");
    }

    static String memory(double mib) {
        if (Double.isNaN(mib)) {
            return orDash(mib, "");
        }
        return mib >= MIB_PER_GIB
                ? Messages.of("live.unit.gib", orDash(mib / MIB_PER_GIB, "%.2f"))
                : Messages.of("live.unit.mib", orDash(mib, "%.0f"));
    }

    private static String orDash(double value, String format) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }
}

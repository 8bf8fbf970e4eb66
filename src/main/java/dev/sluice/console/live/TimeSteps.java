package dev.sluice.console.live;

import java.util.stream.LongStream;

/** Where a time axis has its marks. */
final class TimeSteps {

    private static final int MOST_MARKS = 6;
    private static final double[] ROUND = {
        5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200
    };
    private static final double DAY = 86_400;

    private TimeSteps() {}

    /** The moments of the marks on an axis from {@code from} to {@code to}. */
    static double[] marks(double from, double to) {
        double step = over(to - from);
        return LongStream.rangeClosed((long) Math.ceil(from / step), (long) Math.floor(to / step))
                .mapToDouble(mark -> mark * step)
                .toArray();
    }

    /** Seconds between two marks on an axis over so many: the smallest round step with not too many marks. */
    static double over(double range) {
        for (double step : ROUND) {
            if (range / step <= MOST_MARKS) {
                return step;
            }
        }
        return DAY;
    }
}

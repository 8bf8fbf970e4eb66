package dev.sluice.console.live;

/**
 * The upper end of an axis that starts at 0, and the distance of its marks: round numbers, so that it changes seldom.
 */
record Scale(double top, double step) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int MARKS = 4;

    /** The smallest scale with four or five round steps that {@code highest} fits under, but at least to {@code least}. */
    static Scale over(double highest, double least) {
        double wanted = Math.max(highest, least) / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double round : ROUND) {
            if (round * power * MARKS >= Math.max(highest, least)) {
                return new Scale(round * power * MARKS, round * power);
            }
        }
        return new Scale(10 * power * MARKS, 10 * power);
    }
}

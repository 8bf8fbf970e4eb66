package dev.sluice.console.live;

/** The two ends of an axis, and the distance of its marks. */
record Scale(double bottom, double top, double step) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int MARKS = 4;

    /** An axis that is this much too large for what is on it is made smaller. */
    private static final double TOO_LARGE = 0.35;

    /**
     * The smallest scale from 0 with four or five round steps that {@code highest} fits under, but at least to {@code
     * least}.
     */
    static Scale over(double highest, double least) {
        double wanted = Math.max(highest, least) / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double round : ROUND) {
            if (round * power * MARKS >= Math.max(highest, least)) {
                return new Scale(0, round * power * MARKS, round * power);
            }
        }
        return new Scale(0, 10 * power * MARKS, 10 * power);
    }

    /** Whole powers of ten around the values, as powers; at least one decade. */
    static Scale powers(double lowest, double highest) {
        double bottom = Math.floor(Math.log10(lowest));
        double top = Math.ceil(Math.log10(highest));
        return new Scale(bottom, Math.max(top, bottom + 1), 1);
    }

    /** This one, as long as it does for {@code highest}; then {@code other}. So that an axis does not jump to and fro. */
    Scale unless(double highest, Scale other) {
        boolean fits = highest <= top && (highest > TOO_LARGE * top || other.top >= top);
        return fits && bottom == other.bottom ? this : other;
    }

    /** This one, as long as {@code other} lies within it and is not much smaller. */
    Scale around(Scale other) {
        boolean fits = bottom <= other.bottom && other.top <= top && top - bottom <= other.top - other.bottom + 1;
        return fits ? this : other;
    }
}

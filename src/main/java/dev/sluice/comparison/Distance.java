package dev.sluice.comparison;

import com.fasterxml.jackson.databind.JsonNode;

/** How far two values that differ are apart. */
final class Distance {

    /** Closer than this numbers are noise however small they are: of 1e-16 and 0 the one is not far from the other. */
    private static final double NOISE = 1e-9;

    private Distance() {}

    /**
     * In parts of the larger number; hardly any for what is closer than {@value #NOISE}. Infinite for what is no number, and for
     * two whole ones, which are labels and counts more often than not: 10 is not nearly 11.
     */
    static double between(JsonNode left, JsonNode right) {
        boolean isMeasured = JsonDiff.isDecimal(left)
                && JsonDiff.isDecimal(right)
                && !(left.isIntegralNumber() && right.isIntegralNumber());
        return isMeasured ? relative(left.doubleValue(), right.doubleValue()) : Double.POSITIVE_INFINITY;
    }

    private static double relative(double left, double right) {
        double difference = Math.abs(left - right);
        if (difference < NOISE) {
            return Double.MIN_VALUE; // apart all the same, also in digits that a double has no room for
        }
        double distance = difference / Math.max(Math.abs(left), Math.abs(right));
        return Double.isFinite(distance) ? Math.max(distance, Double.MIN_VALUE) : Double.POSITIVE_INFINITY;
    }
}

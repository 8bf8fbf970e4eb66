package dev.sluice.comparison;

import com.fasterxml.jackson.databind.JsonNode;

/** How far two values that differ are apart. */
final class Distance {

    private Distance() {}

    /**
     * In parts of the larger number. Infinite for what is no number, and for two whole ones, which are labels and counts more
     * often than not: 10 is not nearly 11.
     */
    static double between(JsonNode left, JsonNode right) {
        boolean isMeasured =
                left.isNumber() && right.isNumber() && !(left.isIntegralNumber() && right.isIntegralNumber());
        return isMeasured ? relative(left.doubleValue(), right.doubleValue()) : Double.POSITIVE_INFINITY;
    }

    /** Numbers may differ in digits that a double has no room for: that is still apart. */
    private static double relative(double left, double right) {
        double larger = Math.max(Math.abs(left), Math.abs(right));
        double distance = Math.abs(left - right) / larger;
        return Double.isFinite(distance) ? Math.max(distance, Double.MIN_VALUE) : Double.POSITIVE_INFINITY;
    }
}

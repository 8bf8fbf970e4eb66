package dev.sluice.bench;

/**
 * Something measured, and what it shall be at most.
 *
 * @param key its name in the JSON
 * @param limit in the same unit; {@link Double#POSITIVE_INFINITY} if it is told for information only
 * @param note what else is worth knowing, in words
 */
record Aim(String key, String title, double value, double limit, String unit, String note) {

    static Aim information(String key, String title, double value, String unit, String note) {
        return new Aim(key, title, value, Double.POSITIVE_INFINITY, unit, note);
    }

    boolean isJudged() {
        return Double.isFinite(limit);
    }

    /** What is told for information only cannot be missed. */
    boolean isReached() {
        return value <= limit;
    }
}

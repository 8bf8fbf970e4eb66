package dev.sluice.metrics;

/**
 * How far two numbers may be apart and still count as the same, in parts of the larger one. Only numbers with a fraction are
 * given any: whole numbers are labels and counts more often than not, of which 10 is not nearly 11.
 */
public enum Tolerance {
    EXACT(0),
    MILLIONTH(1e-6),
    THOUSANDTH(1e-3),
    PERCENT(0.01),
    FIVE_PERCENT(0.05),
    TEN_PERCENT(0.1);

    private final double most;

    Tolerance(double most) {
        this.most = most;
    }

    /** From 0 to 1. */
    public double most() {
        return most;
    }

    boolean allows(double apart) {
        return apart <= most;
    }
}

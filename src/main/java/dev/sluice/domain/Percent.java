package dev.sluice.domain;

/** A whole share of a hundred, 0 to 100. */
public record Percent(int value) implements Comparable<Percent> {

    public static final Percent ZERO = new Percent(0);
    public static final Percent ALL = new Percent(100);

    public Percent {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("a percentage runs from 0 to 100, not " + value);
        }
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + "%";
    }
}

package dev.sluice.domain;

/** What the computer has on which instances run. */
public record Machine(int cores, long memoryMiB) {

    /** One whose size is not known: everything fits. */
    public static final Machine BOUNDLESS = new Machine(Integer.MAX_VALUE, Long.MAX_VALUE);

    /**
     * How many times its cores may be promised. Memory that is promised must be there; instances wait most of the time,
     * and whose turn comes later is only slower.
     */
    private static final int PROMISES_PER_CORE = 4;

    public Machine {
        if (cores < 1 || memoryMiB < 1) {
            throw new IllegalArgumentException("no computer: " + cores + " cores, " + memoryMiB + " MiB");
        }
    }

    /** How many cores all instances together may be given. */
    public double promisableCores() {
        return (double) cores * PROMISES_PER_CORE;
    }
}

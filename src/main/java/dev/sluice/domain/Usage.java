package dev.sluice.domain;

/**
 * What an instance takes of its computer at one moment, its workers included.
 *
 * @param cores of the processor, in cores kept busy: 0.5 is half of one; not negative
 * @param memoryBytes held in memory, without what the system could drop at once; not negative
 */
public record Usage(double cores, long memoryBytes) {

    private static final double STEPS_PER_CORE = 100;
    private static final long MIB = 1L << 20;

    public Usage {
        if (!(cores >= 0) || Double.isInfinite(cores)) {
            throw new IllegalArgumentException("not a number of cores: " + cores);
        }
        if (memoryBytes < 0) {
            throw new IllegalArgumentException("not a size of memory: " + memoryBytes);
        }
    }

    /** To hundredths of a core and whole MiB: what is idle stays equal to itself from one look to the next. */
    public Usage rounded() {
        return new Usage(Math.rint(cores * STEPS_PER_CORE) / STEPS_PER_CORE, (memoryBytes + MIB / 2) / MIB * MIB);
    }

    /** Of two together. */
    public Usage plus(Usage other) {
        return new Usage(cores + other.cores, memoryBytes + other.memoryBytes);
    }
}

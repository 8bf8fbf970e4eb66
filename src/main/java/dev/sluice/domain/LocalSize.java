package dev.sluice.domain;

/**
 * What one instance may take of this computer.
 *
 * @param origin who says so
 */
public record LocalSize(double cores, long memoryMiB, Origin origin) {

    /** Who says what a size stands for. */
    public enum Origin {
        /** Our table, and the deployment's own file. */
        USUAL,

        /** The user, by an instance profile. */
        PROFILE,

        /** Nobody: the size is not in our table. */
        FALLBACK
    }

    /** @throws IllegalArgumentException if nothing could run in it */
    public LocalSize {
        if (!(cores > 0) || Double.isInfinite(cores) || memoryMiB < 1) {
            throw new IllegalArgumentException("no size of an instance: " + cores + " cores, " + memoryMiB + " MiB");
        }
    }

    /** As a table would say. */
    public LocalSize(double cores, long memoryMiB) {
        this(cores, memoryMiB, Origin.USUAL);
    }
}

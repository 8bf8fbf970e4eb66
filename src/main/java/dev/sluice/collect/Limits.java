package dev.sluice.collect;

/**
 * What the data collector may take of this computer.
 *
 * @param waitingBytes in memory, of all deployments together, until it is written
 * @param diskBytes of each deployment; beyond that its oldest files are removed
 * @param fileBytes of one file, before another is begun in the same folder
 */
public record Limits(long waitingBytes, long diskBytes, long fileBytes) {

    private static final long MIB = 1 << 20;

    public static final Limits DEFAULT = new Limits(64 * MIB, 256 * MIB, 16 * MIB);

    public Limits {
        if (waitingBytes < 1 || fileBytes < 1 || diskBytes < fileBytes) {
            throw new IllegalArgumentException("a file must fit onto the disk: " + fileBytes + " of " + diskBytes);
        }
    }
}

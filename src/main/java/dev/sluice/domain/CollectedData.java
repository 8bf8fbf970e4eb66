package dev.sluice.domain;

/**
 * What the data collector has of one deployment.
 *
 * @param folder where its files are
 * @param diskBytes of all of them, from whichever run
 * @param records written since this runtime began
 * @param lost records that could not be written since then, for want of room in memory or on the disk
 * @param removedFiles the oldest, which had to make room for newer ones since then
 * @param trouble why the newest record could not be written; empty if it could
 */
public record CollectedData(String folder, long diskBytes, long records, long lost, long removedFiles, String trouble) {

    /** What a wipe has removed. */
    public record Wiped(long files, long bytes) {}
}

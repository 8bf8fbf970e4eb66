package dev.sluice.domain;

/** How much some files are. */
public record Extent(int files, long bytes) {

    public static final Extent NOTHING = new Extent(0, 0);

    public Extent {
        if (files < 0 || bytes < 0) {
            throw new IllegalArgumentException("files are never fewer than none: " + files + ", " + bytes);
        }
    }

    /** This and so many bytes more. */
    public Extent plus(long more) {
        return new Extent(files, bytes + more);
    }

    /** This and one file more, whose bytes count already. */
    public Extent plusFile() {
        return new Extent(files + 1, bytes);
    }
}

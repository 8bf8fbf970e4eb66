package dev.sluice.assets;

import dev.sluice.domain.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out how much there is to copy, and whether it can be, before anything is. */
final class Measuring implements TreeCopy.Step {

    /** More files than any model has; it keeps a wrong path, such as a home folder, from filling the disk's index. */
    static final int MOST_FILES = 100_000;

    private final Onlooker onlooker;
    private int entries;
    private Extent found = Extent.NOTHING;

    private Measuring(Onlooker onlooker) {
        this.onlooker = onlooker;
    }

    /** @throws IOException naming what cannot be copied, and why */
    static Extent of(Path source, Onlooker onlooker) throws IOException {
        var measuring = new Measuring(onlooker);
        TreeCopy.walk(source, source, measuring);
        return measuring.found;
    }

    @Override
    public void folder(Path place) throws IOException {
        count();
    }

    @Override
    public void file(Path from, Path to) throws IOException {
        count();
        found = found.plus(Files.size(from)).plusFile();
    }

    private void count() throws IOException {
        onlooker.mayGoOn();
        entries++;
        if (entries > MOST_FILES) {
            throw new IOException("there are more than " + MOST_FILES + " files");
        }
    }
}

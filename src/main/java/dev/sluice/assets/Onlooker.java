package dev.sluice.assets;

import dev.sluice.domain.Extent;
import java.util.concurrent.CancellationException;

/** Looks on while an asset's files are taken in, and may want it no more. Called by the thread that takes them in. */
public interface Onlooker {

    /** Nobody looks on, and whatever is begun is wanted. */
    Onlooker NOBODY = new Onlooker() {
        @Override
        public void mayGoOn() {}

        @Override
        public void found(Extent all) {}

        @Override
        public void copied(long bytes) {}

        @Override
        public void whole(String file, long bytes) {}
    };

    /**
     * Asked again and again, so that little is done for nothing.
     *
     * @throws CancellationException if the copy is not wanted any more: what there is of it is removed
     */
    void mayGoOn();

    /** So much is to be copied, and there is room for it; nothing is yet. */
    void found(Extent all);

    /** So many bytes more are copied. */
    void copied(long bytes);

    /** The file is copied to its end. */
    void whole(String file, long bytes);
}

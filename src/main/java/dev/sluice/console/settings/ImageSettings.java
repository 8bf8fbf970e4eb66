package dev.sluice.console.settings;

import dev.sluice.domain.ImageSubstitutions;

/** Where the image substitutions are kept. Touches the disk; fails with a sentence for people. Safe from any thread. */
public interface ImageSettings {

    /** Those that the program was started with; they come first, and cannot be changed while it runs. */
    ImageSubstitutions given();

    ImageSubstitutions kept();

    /** From now on these are kept, and hold for each environment that is made. */
    void keep(ImageSubstitutions substitutions);

    /** Kept nowhere but here. */
    static ImageSettings inMemory(ImageSubstitutions given) {
        return new ImageSettings() {

            private volatile ImageSubstitutions kept = ImageSubstitutions.NONE;

            @Override
            public ImageSubstitutions given() {
                return given;
            }

            @Override
            public ImageSubstitutions kept() {
                return kept;
            }

            @Override
            public void keep(ImageSubstitutions substitutions) {
                kept = substitutions;
            }
        };
    }
}

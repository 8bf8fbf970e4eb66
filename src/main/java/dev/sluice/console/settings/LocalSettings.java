package dev.sluice.console.settings;

import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.InstanceProfiles;

/** Where this computer's settings are kept. Touches the disk; fails with a sentence for people. Safe from any thread. */
public interface LocalSettings {

    /**
     * What can be edited.
     *
     * @param images hold for each environment that is made from now on
     * @param profiles hold from the next start of the runtime on
     */
    record Kept(ImageSubstitutions images, InstanceProfiles profiles) {

        public static final Kept NONE = new Kept(ImageSubstitutions.NONE, InstanceProfiles.NONE);
    }

    /** The images that the program was started with; they come first, and cannot be changed while it runs. */
    ImageSubstitutions givenImages();

    Kept kept();

    void keep(Kept settings);

    /** Kept nowhere but here. */
    static LocalSettings inMemory(ImageSubstitutions givenImages) {
        return new LocalSettings() {

            private volatile Kept kept = Kept.NONE;

            @Override
            public ImageSubstitutions givenImages() {
                return givenImages;
            }

            @Override
            public Kept kept() {
                return kept;
            }

            @Override
            public void keep(Kept settings) {
                kept = settings;
            }
        };
    }
}

package dev.sluice.console.settings;

import dev.sluice.domain.ImageSubstitutions;

/** Settings that can be read and not be kept. */
public final class FullDisk implements LocalSettings {

    public static final String REASON =
            "/home/ada/.sluice/settings.yml could not be written: no space is left on the disk";

    @Override
    public ImageSubstitutions givenImages() {
        return ImageSubstitutions.NONE;
    }

    @Override
    public Kept kept() {
        return Kept.NONE;
    }

    @Override
    public void keep(Kept settings) {
        throw new IllegalStateException(REASON);
    }
}

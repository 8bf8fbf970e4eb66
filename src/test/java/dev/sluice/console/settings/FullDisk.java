package dev.sluice.console.settings;

import dev.sluice.domain.ImageSubstitutions;

/** Settings that can be read and not be kept. */
public final class FullDisk implements ImageSettings {

    public static final String REASON =
            "/home/ada/.sluice/settings.yml could not be written: no space is left on the disk";

    @Override
    public ImageSubstitutions given() {
        return ImageSubstitutions.NONE;
    }

    @Override
    public ImageSubstitutions kept() {
        return ImageSubstitutions.NONE;
    }

    @Override
    public void keep(ImageSubstitutions substitutions) {
        throw new IllegalStateException(REASON);
    }
}

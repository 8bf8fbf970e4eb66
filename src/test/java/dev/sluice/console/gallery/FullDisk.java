package dev.sluice.console.gallery;

import dev.sluice.console.settings.ImageSettings;
import dev.sluice.domain.ImageSubstitutions;

/** Settings that can be read and not be kept. */
final class FullDisk implements ImageSettings {

    static final String REASON = "/home/ada/.sluice/settings.yml could not be written: no space is left on the disk";

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

package dev.sluice.app;

import dev.sluice.console.settings.ImageSettings;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.engine.SubstitutionFile;

/** The image substitutions of the state folder, for the window. */
record KeptImageSettings(SubstitutionFile file) implements ImageSettings {

    @Override
    public ImageSubstitutions given() {
        return file.given();
    }

    @Override
    public ImageSubstitutions kept() {
        return file.kept();
    }

    @Override
    public void keep(ImageSubstitutions substitutions) {
        file.keep(substitutions);
    }
}

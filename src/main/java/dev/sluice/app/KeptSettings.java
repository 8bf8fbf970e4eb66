package dev.sluice.app;

import dev.sluice.console.settings.LocalSettings;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.engine.SubstitutionFile;
import dev.sluice.home.ProfileFile;

/** The settings of the state folder, for the window. */
record KeptSettings(SubstitutionFile images, ProfileFile profiles) implements LocalSettings {

    @Override
    public ImageSubstitutions givenImages() {
        return images.given();
    }

    @Override
    public Kept kept() {
        return new Kept(images.kept(), profiles.kept());
    }

    @Override
    public void keep(Kept settings) {
        images.keep(settings.images());
        profiles.keep(settings.profiles());
    }
}

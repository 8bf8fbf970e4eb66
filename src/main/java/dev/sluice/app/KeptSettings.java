package dev.sluice.app;

import dev.sluice.console.settings.LocalSettings;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.engine.ProfileFile;
import dev.sluice.engine.SubstitutionFile;

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

    /** Both files or neither: settings that were not saved do not hold by half. */
    @Override
    public void keep(Kept settings) {
        var putBack = images.keep(settings.images());
        try {
            profiles.keep(settings.profiles());
        } catch (RuntimeException notKept) {
            throw new IllegalStateException(notKept.getMessage() + ". " + after(putBack, notKept), notKept);
        }
    }

    private static String after(Runnable putBack, RuntimeException notKept) {
        try {
            putBack.run();
            return "Nothing has changed: all settings are as they were";
        } catch (RuntimeException changed) {
            notKept.addSuppressed(changed);
            return "The image substitutions were changed before that, and stay changed: " + changed.getMessage();
        }
    }
}

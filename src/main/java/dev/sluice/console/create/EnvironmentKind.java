package dev.sluice.console.create;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.EnvironmentSource;

/** The ways to say what the scoring code runs in. */
enum EnvironmentKind {
    DOCKERFILE("create.environment.dockerfile"),
    IMAGE("create.environment.image"),
    CONDA("create.environment.conda"),
    REGISTERED("create.environment.registered"),
    /** The model brings its own, and is served without code. */
    NONE("create.environment.none");

    private final String key;

    EnvironmentKind(String key) {
        this.key = key;
    }

    static EnvironmentKind of(EnvironmentSource source) {
        if (source instanceof EnvironmentSource.Build) {
            return DOCKERFILE;
        } else if (source instanceof EnvironmentSource.Image) {
            return IMAGE;
        }
        if (source instanceof EnvironmentSource.Conda) {
            return CONDA;
        }
        return source instanceof EnvironmentSource.Registered ? REGISTERED : NONE;
    }

    String text() {
        return Messages.of(key);
    }
}

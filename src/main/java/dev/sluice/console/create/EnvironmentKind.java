package dev.sluice.console.create;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.EnvironmentSource;

/** The ways to say what the scoring code runs in. */
enum EnvironmentKind {
    DOCKERFILE("create.environment.dockerfile"),
    IMAGE("create.environment.image"),
    CONDA("create.environment.conda"),
    REGISTERED("create.environment.registered");

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
        return source instanceof EnvironmentSource.Conda ? CONDA : REGISTERED;
    }

    String text() {
        return Messages.of(key);
    }
}

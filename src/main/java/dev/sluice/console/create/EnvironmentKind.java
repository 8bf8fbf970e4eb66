package dev.sluice.console.create;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.EnvironmentSource;
import java.util.List;

/** The ways to say what the scoring code runs in. */
enum EnvironmentKind {
    /** For who has no use for images: what the cloud needs is written down for it, and not used here. */
    OWN_PYTHON("create.environment.own-python"),
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

    /** The usual one first. */
    static List<EnvironmentKind> choices(boolean hasImages) {
        return hasImages
                ? List.of(DOCKERFILE, IMAGE, CONDA, REGISTERED, NONE)
                : List.of(OWN_PYTHON, CONDA, DOCKERFILE, IMAGE, REGISTERED, NONE);
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

    /** What of it makes no difference on this computer; empty if all of it does. The conda file is used by processes too. */
    String note(boolean hasImages) {
        if (hasImages) {
            return "";
        }
        return switch (this) {
            case OWN_PYTHON -> Messages.of("create.deployment.own-python", DeploymentDraft.CLOUD_IMAGE);
            case CONDA -> Messages.of("create.deployment.no-docker.conda");
            case DOCKERFILE, IMAGE -> Messages.of("create.deployment.no-docker");
            case REGISTERED, NONE -> "";
        };
    }
}

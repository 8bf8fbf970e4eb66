package dev.sluice.app;

import dev.sluice.domain.Actor;
import dev.sluice.domain.Actor.Face;

/** Who this program's faces act for: the operating system's user. */
final class Actors {

    private Actors() {}

    static Actor of(Face face) {
        return new Actor(face, System.getProperty("user.name", ""));
    }
}

package dev.sluice.control.http;

import dev.sluice.control.RolloutControl;
import dev.sluice.domain.Secret;

/** Serves a runtime on 127.0.0.1. Safe from any thread. */
public final class ControlServer implements AutoCloseable {

    private ControlServer() {}

    /** @param port 0 for any that is free */
    public static ControlServer open(RolloutControl control, Secret secret, int port) {
        throw new UnsupportedOperationException("skeleton");
    }

    public Doorway doorway() {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public void close() {}
}

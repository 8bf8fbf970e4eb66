package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.process.ProcessEngine;
import java.time.Clock;

/** Chooses what runs the instances: Docker where an engine answers, else plain processes. */
final class Engines {

    private Engines() {}

    static InstanceEngine choose(EngineChoice choice, Home home, Clock clock) {
        return ProcessEngine.open(home.folder(), System.getenv(), clock);
    }
}

package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.SubstitutionFile;
import dev.sluice.engine.docker.DockerEngine;
import dev.sluice.engine.process.ProcessEngine;
import dev.sluice.engine.process.PythonChoice;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses what runs the instances: Docker where an engine answers, else plain processes. */
final class Engines {

    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    /**
     * What runs the instances.
     *
     * @param whyNoDocker why it is not Docker although that would have been taken; empty in every other case
     */
    record Chosen(InstanceEngine engine, Optional<String> whyNoDocker) {}

    private Engines() {}

    /**
     * @param home the state folder
     * @param substitutions the images that stand in for others
     * @throws IllegalStateException if Docker was asked for by name and no engine answers, with the reason
     */
    static Chosen choose(RuntimeOptions options, Path home, SubstitutionFile substitutions, Clock clock) {
        var choice = options.engine;
        if (choice == EngineChoice.process) {
            return new Chosen(processes(options, home, clock), Optional.empty());
        }
        var connection = DockerEngine.connect(home, options.environment, substitutions::inForce);
        if (connection instanceof DockerEngine.Connection.Connected connected) {
            return new Chosen(connected.engine(), Optional.empty());
        }
        var reason = ((DockerEngine.Connection.Unavailable) connection).reason();
        if (choice == EngineChoice.docker) {
            throw new IllegalStateException(
                    "no Docker engine answers: " + reason + ". Start one, or go without: --engine process");
        }
        LOG.info("models run as plain processes, since no Docker engine answers: {}", reason);
        return new Chosen(processes(options, home, clock), Optional.of(reason));
    }

    private static InstanceEngine processes(RuntimeOptions options, Path home, Clock clock) {
        return ProcessEngine.open(
                home,
                options.environment,
                PythonChoice.valueOf(options.python.name().toUpperCase(Locale.ROOT)),
                clock);
    }
}

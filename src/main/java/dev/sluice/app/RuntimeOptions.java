package dev.sluice.app;

import dev.sluice.domain.BandwidthLimit;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say which runtime is meant. */
final class RuntimeOptions {

    /** Which engine runs the instances. */
    enum EngineChoice {
        auto,
        docker,
        process
    }

    /** Which Python the process engine takes for what has a conda file. */
    enum PythonUse {
        auto,
        host,
        venv
    }

    @Option(
            names = "--engine",
            description = "What runs the models: ${COMPLETION-CANDIDATES}. auto (the default) takes Docker if an engine"
                    + " answers, else plain processes.",
            defaultValue = "auto")
    EngineChoice engine = EngineChoice.auto;

    @Option(
            names = "--python",
            description = "Which Python runs what has a conda file when models run as plain processes:"
                    + " ${COMPLETION-CANDIDATES}. auto (the default) makes a virtual environment if this computer's"
                    + " Python lacks a package and pip can install it.",
            defaultValue = "auto")
    PythonUse python = PythonUse.auto;

    @Option(
            names = "--port",
            description =
                    "The router's port on 127.0.0.1; 0, the default, takes a free one the first time and keeps it.",
            defaultValue = "0")
    int port;

    @Option(
            names = "--metrics-port",
            description = "The port of /metrics on 127.0.0.1; 0, the default, takes a free one the first time and keeps"
                    + " it.",
            defaultValue = "0")
    int metricsPort;

    @Option(
            names = "--bandwidth-limit",
            paramLabel = "BYTES",
            description =
                    "Bytes a second for each managed endpoint, copies included, such as 5MB, which the cloud allows; more"
                            + " is held up, not refused. Default: off.",
            converter = BandwidthOption.class,
            defaultValue = "off")
    BandwidthLimit bandwidthLimit = BandwidthLimit.none();

    @Option(
            names = "--home",
            description = "The state folder. Default: $SLUICE_HOME, or sluice in the XDG state folder.")
    Path home = Home.usual(System.getenv());
}

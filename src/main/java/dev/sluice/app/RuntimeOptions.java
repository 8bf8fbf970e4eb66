package dev.sluice.app;

import dev.sluice.domain.BandwidthLimit;
import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.engine.ProfileFile;
import dev.sluice.engine.SubstitutionFile;
import dev.sluice.home.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

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
            names = "--control-port",
            description = "The port on 127.0.0.1 where the command line and other windows find this runtime; 0, the"
                    + " default, takes a free one the first time and keeps it.",
            defaultValue = "0")
    int controlPort;

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
            names = "--substitute-image",
            paramLabel = "PATTERN=IMAGE",
            description =
                    "A local image that stands in for others, such as 'mcr.microsoft.com/azureml/*=my-image:1'. May be"
                            + " given several times; the first that fits counts. Those of $SLUICE_IMAGE_SUBSTITUTIONS, a line"
                            + " each, and of the settings come after.",
            converter = SubstitutionOption.class)
    List<ImageSubstitution> substitutions = new ArrayList<>();

    @Option(
            names = "--instance-profile",
            paramLabel = "NAME=CORES,GiB",
            description = "What a machine size of the cloud, or an instance type of a cluster, stands for here, such as"
                    + " Standard_DS5_v2=2,4 for 2 cores and 4 GiB. May be given several times. Those of"
                    + " $$SLUICE_INSTANCE_PROFILES, a line each, and of instance-profiles.txt in the state folder"
                    + " come after; other sizes are as in our table.",
            converter = ProfileOption.class)
    List<InstanceProfile> profiles = new ArrayList<>();

    /** Those of the options that were typed which only a runtime that starts can follow. */
    static List<String> forAStart(ParseResult typed) {
        return typed.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--home"))
                .distinct()
                .toList();
    }

    /** Of the command line first, then of the environment's variables. */
    ImageSubstitutions substitutions() {
        var named = environment
                .getOrDefault("SLUICE_IMAGE_SUBSTITUTIONS", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(SubstitutionFile::parse)
                .toList();
        return new ImageSubstitutions(substitutions).then(new ImageSubstitutions(named));
    }

    /**
     * Of the command line first, then of the environment's variables, then those that are kept.
     *
     * @throws IllegalArgumentException with what cannot be understood, and where it is written
     */
    InstanceProfiles profiles(Map<String, String> environment, Home opened) {
        var named = environment
                .getOrDefault("SLUICE_INSTANCE_PROFILES", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(RuntimeOptions::named)
                .toList();
        return new InstanceProfiles(profiles)
                .then(new InstanceProfiles(named))
                .then(new ProfileFile(opened.instanceProfiles()).kept());
    }

    private static InstanceProfile named(String line) {
        try {
            return InstanceProfile.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("$SLUICE_INSTANCE_PROFILES: " + e.getMessage(), e);
        }
    }

    @Option(
            names = "--home",
            description = "The state folder. Default: $SLUICE_HOME, or sluice in the XDG state folder.",
            converter = FolderOption.class)
    Path home = Home.usual(System.getenv());

    /** This program's environment variables, by which among others the engines are found. */
    Map<String, String> environment = System.getenv();
}

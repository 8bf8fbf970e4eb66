package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Secret;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A deployment's description in words. */
final class Described {

    /** A name and what stands behind it. */
    record Attribute(String name, String value) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.ROOT);

    private Described() {}

    static String time(ZonedDateTime time) {
        return TIME.format(time);
    }

    static List<Attribute> attributes(DeploymentSpec spec) {
        var attributes = new ArrayList<Attribute>();
        add(attributes, "attribute.description", spec.labels().description());
        add(attributes, "attribute.model", model(spec.model()));
        add(attributes, "attribute.code", spec.code().folder());
        add(attributes, "attribute.script", spec.code().script());
        add(attributes, "attribute.environment", fullEnvironment(spec.environment()));
        add(
                attributes,
                "attribute.instance-type",
                Messages.of(
                        "attribute.instance-type.value",
                        spec.instanceType().name(),
                        spec.instanceType().cores(),
                        spec.instanceType().memoryMiB() / 1024.0));
        add(
                attributes,
                "attribute.requests",
                Messages.of(
                        "attribute.requests.value",
                        spec.requests().maxConcurrentPerInstance(),
                        spec.requests().timeout().toMillis() / 1000.0));
        // Their values may be secrets, and this page is shown to others.
        spec.environmentVariables()
                .keySet()
                .forEach(name -> attributes.add(new Attribute(name, new Secret("").toString())));
        return List.copyOf(attributes);
    }

    private static String fullEnvironment(EnvironmentSource source) {
        if (source instanceof EnvironmentSource.Build build) {
            return Messages.of("environment.build", build.folder());
        }
        return source instanceof EnvironmentSource.Conda conda
                ? Messages.of("environment.conda", conda.image(), conda.condaFile())
                : environment(source);
    }

    /** In few words, for a table. */
    static String environment(EnvironmentSource source) {
        if (source instanceof EnvironmentSource.Build build) {
            return Messages.of("environment.build", ended(build.folder()));
        } else if (source instanceof EnvironmentSource.Image image) {
            return image.image();
        } else if (source instanceof EnvironmentSource.Conda conda) {
            return Messages.of("environment.conda", conda.image(), ended(conda.condaFile()));
        }
        return ((EnvironmentSource.Registered) source).reference();
    }

    /** The last two steps of a long path: they are what tells one deployment from the other. */
    private static String ended(String path) {
        var parts = path.split("/");
        return parts.length <= 3 ? path : "\u2026/" + parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    private static String model(ModelSource source) {
        if (source instanceof ModelSource.Files files) {
            return files.path();
        }
        return source instanceof ModelSource.Registered registered ? registered.reference() : "";
    }

    private static void add(List<Attribute> attributes, String key, String value) {
        if (!value.isEmpty()) {
            attributes.add(new Attribute(Messages.of(key), value));
        }
    }
}

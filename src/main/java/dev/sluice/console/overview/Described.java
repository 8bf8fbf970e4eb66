package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Descriptions in words. */
final class Described {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Described() {}

    static String time(ZonedDateTime time) {
        return TIME.format(time);
    }

    /** Of something that is at most some minutes ago. */
    static String clock(ZonedDateTime time) {
        return CLOCK.format(time);
    }

    static List<Attribute> attributes(EndpointSpec spec) {
        var attributes = new ArrayList<Attribute>();
        attributes.add(new Attribute(Messages.of("attribute.name"), spec.name().text()));
        attributes.add(kind(spec.kind()));
        attributes.add(new Attribute(
                Messages.of("attribute.auth"),
                Messages.of(
                        switch (spec.auth()) {
                            case KEY -> "attribute.auth.key";
                            case AML_TOKEN -> "attribute.auth.token";
                            case AAD_TOKEN -> "attribute.auth.directory";
                        })));
        attributes.addAll(labels(spec.labels()));
        attributes.addAll(WithoutEffect.noted(spec.cloud()));
        return List.copyOf(attributes);
    }

    private static Attribute kind(EndpointKind kind) {
        return kind == EndpointKind.MANAGED
                ? new Attribute(Messages.of("attribute.kind"), Messages.of("attribute.kind.managed"))
                : new Attribute(
                        Messages.of("attribute.kind"),
                        Messages.of("attribute.kind.kubernetes"),
                        Messages.of("attribute.kind.kubernetes.note"));
    }

    static Attribute kindOfDeployment(EndpointKind kind) {
        return kind == EndpointKind.MANAGED
                ? new Attribute(Messages.of("attribute.kind"), Messages.of("attribute.kind.managed-deployment"))
                : new Attribute(
                        Messages.of("attribute.kind"),
                        Messages.of("attribute.kind.kubernetes-deployment"),
                        Messages.of("attribute.kind.kubernetes-deployment.note"));
    }

    static List<Attribute> labels(Labels labels) {
        var attributes = new ArrayList<Attribute>();
        add(attributes, "attribute.description", labels.description(), "");
        add(attributes, "attribute.tags", joined(labels.tags()), "");
        add(attributes, "attribute.properties", joined(labels.properties()), Messages.of("attribute.no-effect"));
        return attributes;
    }

    private static String joined(Map<String, String> texts) {
        return String.join(
                "\n",
                texts.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .toList());
    }

    /** Adds it unless there is nothing to say. */
    static void add(List<Attribute> attributes, String key, String value, String note) {
        if (!value.isEmpty()) {
            attributes.add(new Attribute(Messages.of(key), value, note));
        }
    }

    static String fullEnvironment(EnvironmentSource source) {
        if (source instanceof EnvironmentSource.Build build) {
            return Messages.of("environment.build", build.folder());
        }
        return source instanceof EnvironmentSource.Conda conda
                ? Messages.of("environment.conda", conda.image(), packages(conda))
                : environment(source);
    }

    /** In few words, for a table. */
    static String environment(EnvironmentSource source) {
        if (source instanceof EnvironmentSource.Build build) {
            return Messages.of("environment.build", ended(build.folder()));
        } else if (source instanceof EnvironmentSource.Image image) {
            return image.image();
        } else if (source instanceof EnvironmentSource.Conda conda) {
            return Messages.of("environment.conda", conda.image(), ended(packages(conda)));
        }
        return source instanceof EnvironmentSource.Registered registered ? registered.reference() : "";
    }

    private static String packages(EnvironmentSource.Conda conda) {
        return conda.packages() instanceof CondaFile.At file ? file.path() : "conda_file";
    }

    /** The last two steps of a long path: they are what tells one deployment from the other. */
    private static String ended(String path) {
        var parts = path.split("/");
        return parts.length <= 3 ? path : "\u2026/" + parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}

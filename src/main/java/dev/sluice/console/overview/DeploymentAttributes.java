package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.LocalSize;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Probe;
import dev.sluice.domain.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Everything that a deployment's description says, in groups, and what of it has no effect on this computer. */
final class DeploymentAttributes {

    /** Variables may hold secrets, and this page is shown to others. */
    static final UnaryOperator<String> MASKED = value -> new Secret(value).toString();

    /** So many instances the cloud advises, so that one may fail. */
    private static final int AVAILABLE_FROM = 3;

    private final DeploymentSpec spec;
    private final LocalSize here;
    private final Pins pins;

    /**
     * @param here what one of its instances may take of this computer
     * @param pins what of the registry it is made of
     */
    DeploymentAttributes(DeploymentSpec spec, LocalSize here, Pins pins) {
        this.spec = spec;
        this.here = here;
        this.pins = pins;
    }

    /** @param shown how the value of an environment variable is shown */
    List<AttributeGroup> groups(UnaryOperator<String> shown) {
        var groups = new ArrayList<AttributeGroup>();
        add(groups, "attributes.made-of", new MadeOf(spec, pins).attributes());
        add(groups, "attributes.size", size());
        add(groups, "attributes.requests", requests());
        add(groups, "attributes.readiness", readiness());
        add(groups, "attributes.liveness", liveness());
        add(groups, "attributes.labels", Described.labels(spec.labels()));
        add(groups, "attributes.variables", variables(shown));
        add(groups, "attributes.no-effect", WithoutEffect.attributes(spec));
        return List.copyOf(groups);
    }

    private List<Attribute> size() {
        return List.of(
                new Attribute(
                        Messages.of("attribute.instance-type"),
                        spec.instanceType().name(),
                        told()),
                new Attribute(Messages.of("attribute.instance-count"), String.valueOf(spec.instanceCount()), advice()));
    }

    private String told() {
        var profile = Messages.of(
                switch (here.origin()) {
                    case USUAL -> "attribute.instance-type.note";
                    case PROFILE -> "attribute.instance-type.profile";
                    case FALLBACK -> "attribute.instance-type.unknown";
                },
                here.cores(),
                here.memoryMiB() / 1024.0);
        var shared = spec.workers() == 1
                ? profile
                : profile + " "
                        + Messages.of(
                                "attribute.instance-type.workers", spec.workers(), here.memoryMiB() / spec.workers());
        return spec.instanceType().hasGraphics()
                ? shared + " " + Messages.of("attribute.instance-type.graphics")
                : shared;
    }

    /** What the cloud would have one think of, and does not insist on (reference C8). */
    private String advice() {
        int count = spec.instanceCount();
        var reserve = Messages.of("attribute.instance-count.reserve", count, count + spec.upgradeStep());
        return count < AVAILABLE_FROM ? reserve + " " + Messages.of("attribute.instance-count.advice") : reserve;
    }

    /** A worker answers one request at a time (reference 1.3, 4.3). */
    private String concurrency() {
        var requests = spec.requests();
        var admitted = Messages.of("attribute.concurrency.note", requests.admitted(spec.instanceCount()));
        int atOnce = requests.maxConcurrentPerInstance();
        return atOnce == spec.workers()
                ? admitted
                : admitted + " "
                        + Messages.of(
                                atOnce > spec.workers()
                                        ? "attribute.concurrency.few-workers"
                                        : "attribute.concurrency.many-workers",
                                atOnce,
                                spec.workers());
    }

    private List<Attribute> requests() {
        var requests = spec.requests();
        return List.of(
                new Attribute(
                        Messages.of("attribute.timeout"),
                        Messages.of("attribute.millis", requests.timeout().toMillis())),
                new Attribute(
                        Messages.of("attribute.concurrency"),
                        String.valueOf(requests.maxConcurrentPerInstance()),
                        concurrency()));
    }

    private List<Attribute> readiness() {
        var probe = spec.readiness();
        return probe(
                probe,
                Messages.of("attribute.probe.readiness.note"),
                Messages.of("attribute.probe.readiness.budget", probe.budget().toSeconds()));
    }

    private List<Attribute> liveness() {
        var probe = spec.liveness();
        return probe(
                probe,
                Messages.of("attribute.probe.liveness.note"),
                Messages.of("attribute.probe.liveness.budget", probe.budget().toSeconds()));
    }

    private static List<Attribute> probe(Probe probe, String note, String consequence) {
        return List.of(
                new Attribute(
                        Messages.of("attribute.probe.delay"),
                        seconds(probe.initialDelay().toSeconds()),
                        note),
                new Attribute(
                        Messages.of("attribute.probe.period"),
                        seconds(probe.period().toSeconds())),
                new Attribute(
                        Messages.of("attribute.probe.timeout"),
                        seconds(probe.timeout().toSeconds())),
                new Attribute(Messages.of("attribute.probe.success"), String.valueOf(probe.successThreshold())),
                new Attribute(
                        Messages.of("attribute.probe.failure"), String.valueOf(probe.failureThreshold()), consequence));
    }

    private static String seconds(long seconds) {
        return Messages.of("elapsed.seconds", seconds);
    }

    private List<Attribute> variables(UnaryOperator<String> shown) {
        return spec.environmentVariables().entrySet().stream()
                .map(variable -> new Attribute(variable.getKey(), shown.apply(variable.getValue())))
                .toList();
    }

    private static void add(List<AttributeGroup> groups, String key, List<Attribute> attributes) {
        if (!attributes.isEmpty()) {
            groups.add(new AttributeGroup(Messages.of(key), attributes));
        }
    }
}

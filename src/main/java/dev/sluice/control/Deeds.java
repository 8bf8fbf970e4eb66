package dev.sluice.control;

import static java.util.stream.Collectors.joining;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Facet;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Substitution;
import dev.sluice.domain.Target;
import dev.sluice.manifest.ManifestWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What commands do, in the journal's words and without secrets: environment variables' values are left out. Pure. */
final class Deeds {

    private static final String NEXT_DOCUMENT = "---\n";

    private Deeds() {}

    static Deed createEndpoint(EndpointSpec spec) {
        return Deed.of(Kind.CREATE_ENDPOINT, spec.name()).to(described(() -> ManifestWriter.write(spec)));
    }

    /** Its deployments go with it: what they were stands there too, each as a YAML document of its own. */
    static Deed deleteEndpoint(DesiredState before, EndpointName name) {
        return Deed.of(Kind.DELETE_ENDPOINT, name)
                .from(before.endpoint(name)
                        .<Facet>map(endpoint -> new Facet.Whole(endpoint.routing(), withDeployments(endpoint)))
                        .orElse(Facet.none()));
    }

    static Deed createDeployment(DeploymentSpec spec, InitialTraffic traffic) {
        var yaml = yaml(spec);
        return Deed.of(Kind.CREATE_DEPLOYMENT, spec.id())
                .to(new Facet.NewDeployment(yaml, traffic == InitialTraffic.ALL));
    }

    /** From the YAML that was to the one that is to be. */
    static Deed update(DesiredState before, DeploymentSpec spec) {
        return Deed.of(Kind.UPDATE_DEPLOYMENT, spec.id())
                .from(before.deployment(spec.id())
                        .<Facet>map(now -> new Facet.Described(yaml(now.spec())))
                        .orElse(Facet.none()))
                .to(new Facet.Described(yaml(spec)));
    }

    /** Of attributes and routing, what it changes. */
    static Deed updateEndpoint(DesiredState before, EndpointSpec spec, Routing routing) {
        var deed = Deed.of(Kind.UPDATE_ENDPOINT, spec.name());
        return before.endpoint(spec.name())
                .map(now -> updateEndpoint(deed, now, spec, routing))
                .orElseGet(() -> deed.to(described(() -> ManifestWriter.write(spec))));
    }

    private static Deed updateEndpoint(Deed deed, DesiredEndpoint now, EndpointSpec spec, Routing routing) {
        boolean reroutes = !now.routing().equals(routing);
        if (reroutes && now.spec().equals(spec)) {
            return rerouted(deed, now.routing(), routing);
        }
        var before = yaml(() -> ManifestWriter.write(now.spec()));
        var after = yaml(() -> ManifestWriter.write(spec));
        return reroutes
                ? deed.from(new Facet.Whole(now.routing(), before)).to(new Facet.Whole(routing, after))
                : deed.from(new Facet.Described(before)).to(new Facet.Described(after));
    }

    static Deed scale(DesiredState before, DeploymentId id, int instances) {
        return Deed.of(Kind.SCALE, id)
                .from(before.deployment(id)
                        .<Facet>map(deployment ->
                                new Facet.Instances(deployment.spec().instanceCount()))
                        .orElse(Facet.none()))
                .to(new Facet.Instances(instances));
    }

    /** A deleted shadow takes the mirror with it. */
    static Deed deleteDeployment(DesiredState before, DeploymentId id) {
        var deed = Deed.of(Kind.DELETE_DEPLOYMENT, id);
        var yaml = before.deployment(id).map(deployment -> yaml(deployment.spec()));
        if (yaml.isEmpty()) {
            return deed;
        }
        var routing = before.endpoint(id.endpoint()).orElseThrow().routing();
        var rest = routing.without(id.deployment());
        return routing.equals(rest)
                ? deed.from(new Facet.Described(yaml.get()))
                : deed.from(new Facet.Whole(routing, yaml.get())).to(new Facet.Routed(rest));
    }

    static Deed route(Kind kind, EndpointName name, Routing before, Routing after) {
        return Deed.of(kind, name).from(new Facet.Routed(before)).to(new Facet.Routed(after));
    }

    static Deed regenerateKey(EndpointName name, KeyType type) {
        return Deed.of(Kind.REGENERATE_KEY, name).to(new Facet.Said(type.name().toLowerCase(Locale.ROOT)));
    }

    /** A deployment is up; it may have got the live traffic with it. */
    static Deed ready(DeploymentId id, Routing before, Routing after) {
        return rerouted(Deed.of(Kind.READY, id), before, after);
    }

    static Deed createAsset(AssetDefinition definition) {
        var target = new Target.OfAsset(definition.kind(), definition.name(), definition.version());
        return Deed.of(Kind.CREATE_ASSET, target).to(described(() -> ManifestWriter.write(definition)));
    }

    static Deed asset(Kind kind, AssetId id) {
        return Deed.of(kind, Target.of(id));
    }

    static Deed substitute(List<Substitution> before, List<Substitution> after) {
        return Deed.of(Kind.SUBSTITUTE_ASSETS, Target.ofSubstitutions())
                .from(new Facet.Said(text(before)))
                .to(new Facet.Said(text(after)));
    }

    private static String text(List<Substitution> substitutions) {
        return substitutions.stream()
                .map(substitution -> substitution.pattern() + " = " + substitution.reference())
                .collect(joining("; "));
    }

    private static Deed rerouted(Deed deed, Routing before, Routing after) {
        return before.equals(after) ? deed : deed.from(new Facet.Routed(before)).to(new Facet.Routed(after));
    }

    private static String withDeployments(DesiredEndpoint endpoint) {
        return Stream.concat(
                        Stream.of(yaml(() -> ManifestWriter.write(endpoint.spec()))),
                        endpoint.deployments().values().stream().map(deployment -> yaml(deployment.spec())))
                .collect(joining(NEXT_DOCUMENT));
    }

    private static Facet described(Supplier<String> yaml) {
        return new Facet.Described(yaml(yaml));
    }

    private static String yaml(DeploymentSpec spec) {
        return yaml(() -> ManifestWriter.write(spec.withEveryVariable(Facet.LEFT_OUT)));
    }

    /** What YAML cannot say is refused when it is to be saved; that the refusal is written down must not fail of it. */
    private static String yaml(Supplier<String> writer) {
        try {
            return writer.get();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

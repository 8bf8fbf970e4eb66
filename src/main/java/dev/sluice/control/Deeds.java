package dev.sluice.control;

import static java.util.stream.Collectors.joining;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
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

/** What commands do, in the journal's words and without secrets: environment variables' values are left out. Pure. */
final class Deeds {

    private Deeds() {}

    static Deed createEndpoint(EndpointSpec spec) {
        return Deed.of(Kind.CREATE_ENDPOINT, spec.name()).to(described(() -> ManifestWriter.write(spec)));
    }

    static Deed deleteEndpoint(DesiredState before, EndpointName name) {
        return Deed.of(Kind.DELETE_ENDPOINT, name).from(routing(before, name));
    }

    static Deed createDeployment(DeploymentSpec spec, InitialTraffic traffic) {
        var yaml = yaml(() -> ManifestWriter.write(spec.withEveryVariable(Facet.LEFT_OUT)));
        return Deed.of(Kind.CREATE_DEPLOYMENT, spec.id())
                .to(new Facet.NewDeployment(yaml, traffic == InitialTraffic.ALL));
    }

    /** From the YAML that was to the one that is to be. */
    static Deed update(DesiredState before, DeploymentSpec spec) {
        return Deed.of(Kind.UPDATE_DEPLOYMENT, spec.id())
                .from(before.deployment(spec.id())
                        .map(now ->
                                described(() -> ManifestWriter.write(now.spec().withEveryVariable(Facet.LEFT_OUT))))
                        .orElse(Facet.none()))
                .to(described(() -> ManifestWriter.write(spec.withEveryVariable(Facet.LEFT_OUT))));
    }

    static Deed updateEndpoint(DesiredState before, EndpointSpec spec, Routing routing) {
        var now = before.endpoint(spec.name());
        boolean reroutes =
                now.map(endpoint -> !endpoint.routing().equals(routing)).orElse(false);
        return reroutes
                ? route(Kind.UPDATE_ENDPOINT, spec.name(), now.orElseThrow().routing(), routing)
                : Deed.of(Kind.UPDATE_ENDPOINT, spec.name())
                        .from(now.map(endpoint -> described(() -> ManifestWriter.write(endpoint.spec())))
                                .orElse(Facet.none()))
                        .to(described(() -> ManifestWriter.write(spec)));
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
        return before.endpoint(id.endpoint())
                .map(endpoint ->
                        rerouted(deed, endpoint.routing(), endpoint.routing().without(id.deployment())))
                .orElse(deed);
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

    private static Facet routing(DesiredState state, EndpointName name) {
        return state.endpoint(name)
                .<Facet>map(endpoint -> new Facet.Routed(endpoint.routing()))
                .orElse(Facet.none());
    }

    private static Facet described(Supplier<String> yaml) {
        return new Facet.Described(yaml(yaml));
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

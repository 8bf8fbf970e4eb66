package dev.sluice.control;

import static java.util.stream.Collectors.groupingBy;

import dev.sluice.control.Fleet.Condition;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Serving;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.engine.Instance;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.reconcile.Reconciler;
import dev.sluice.reconcile.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Paints the picture of the fleet that watchers get. Remembers those that are being deleted until they are gone. For the
 * runtime's thread only.
 */
final class Portrait {

    private final Routes routes;
    private final Reconciler reconciler;
    private final JobBook jobs;
    private final Takings takings;
    private final Standings standings;
    private final Gauges gauges;
    private final LongFunction<Pins> pins;
    private final Fleet.Runtime runtime;
    private final TreeMap<DeploymentId, DeploymentSpec> leaving = new TreeMap<>();

    /** @param pins what a generation is made of */
    Portrait(
            Routes routes,
            Reconciler reconciler,
            JobBook jobs,
            Takings takings,
            Standings standings,
            Gauges gauges,
            LongFunction<Pins> pins,
            Fleet.Runtime runtime) {
        this.routes = routes;
        this.reconciler = reconciler;
        this.jobs = jobs;
        this.takings = takings;
        this.standings = standings;
        this.gauges = gauges;
        this.pins = pins;
        this.runtime = runtime;
    }

    /** The deployment is no longer wanted; it is shown until {@link #gone}. */
    void leaving(DeploymentSpec spec) {
        leaving.put(spec.id(), spec);
    }

    void gone(DeploymentId id) {
        leaving.remove(id);
        standings.forget(id);
    }

    Fleet paint(long revision, DesiredState desired) {
        var instances = reconciler.instances().stream().collect(groupingBy(Tracked::deployment));
        var endpoints = desired.endpoints().values().stream()
                .map(endpoint -> view(endpoint, instances))
                .toList();
        return new Fleet(
                revision, runtime, endpoints, new Retrying(desired, endpoints).marked(jobs.jobs()), takings.seen());
    }

    private EndpointView view(DesiredEndpoint endpoint, Map<DeploymentId, List<Tracked>> instances) {
        var name = endpoint.spec().name();
        var deployments = new TreeMap<DeploymentId, DeploymentView>();
        endpoint.deployments().values().forEach(deployment -> {
            var id = deployment.spec().id();
            var present = instances.getOrDefault(id, List.of());
            deployments.put(
                    id,
                    view(
                            deployment.spec(),
                            standings.of(deployment, present),
                            present,
                            pins.apply(deployment.generation())));
        });
        leaving.forEach((id, spec) -> {
            if (id.endpoint().equals(name)) {
                var present = instances.getOrDefault(id, List.of());
                deployments.putIfAbsent(id, view(spec, deleting(id, present), present, Pins.NONE));
            }
        });
        var base = "http://127.0.0.1:" + runtime.routerPort() + "/endpoints/" + name.folded();
        return new EndpointView(
                endpoint.spec(),
                endpoint.routing(),
                base + scoringPath(endpoint),
                base + "/swagger.json",
                routes.ledger(name),
                new ArrayList<>(deployments.values()));
    }

    /** The image's own, once one serves by itself (reference 3.1); where deployments differ, the one that all understand. */
    private static String scoringPath(DesiredEndpoint endpoint) {
        var paths = endpoint.deployments().values().stream()
                .filter(deployment -> deployment.provisioning().isUp())
                .map(deployment ->
                        Serving.of(deployment.spec()).routes().scoring().path())
                .distinct()
                .toList();
        return paths.size() == 1
                ? paths.get(0)
                : ServingRoutes.DEFAULT.scoring().path();
    }

    private DeploymentView view(DeploymentSpec spec, DeploymentState state, List<Tracked> present, Pins madeOf) {
        var environment = reconciler.environment(spec.id());
        return new DeploymentView(
                spec,
                state,
                runtime.profiles().of(spec.instanceType()),
                present.stream().map(this::view).toList(),
                environment.map(PreparedEnvironment::note).orElse(""),
                environment.map(PreparedEnvironment::differences).orElse(List.of()),
                past(spec.id()),
                madeOf);
    }

    private Fleet.Past past(DeploymentId id) {
        return new Fleet.Past(
                reconciler.exitCount(id),
                reconciler.exits(id).stream()
                        .map(exit -> new Fleet.Exit(exit.instance(), exit.at(), exit.reason(), exit.lastLines()))
                        .toList());
    }

    private Fleet.Life life(Tracked tracked) {
        return new Fleet.Life(
                tracked.instance().started(),
                tracked.instance().key().generation(),
                reconciler.probes(tracked.name()).stream()
                        .map(probing -> new Fleet.Probing(
                                Fleet.Look.valueOf(probing.kind().name()),
                                probing.at(),
                                Fleet.Health.valueOf(probing.finding().name()),
                                probing.took()))
                        .toList());
    }

    private InstanceView view(Tracked tracked) {
        var address = tracked.instance().status() instanceof Instance.Status.Reachable reachable
                ? reachable.address().getAddress().getHostAddress() + ":"
                        + reachable.address().getPort()
                : "";
        return new InstanceView(
                tracked.name(),
                Condition.valueOf(tracked.condition().name()),
                tracked.since(),
                address,
                routes.inFlight(tracked.instance().id()),
                gauges.of(tracked.instance().id()),
                life(tracked));
    }

    private DeploymentState deleting(DeploymentId id, List<Tracked> present) {
        return standings.deleting(
                id,
                present.stream()
                        .mapToInt(tracked -> routes.inFlight(tracked.instance().id()))
                        .sum());
    }
}

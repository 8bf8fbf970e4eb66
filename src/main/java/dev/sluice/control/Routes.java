package dev.sluice.control;

import dev.sluice.collect.Collecting;
import dev.sluice.domain.BandwidthLimit;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceId;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.AgreementMeter;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.EndpointMeter;
import dev.sluice.metrics.Interval;
import dev.sluice.metrics.MirrorLedger;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.metrics.ShadowAnswer;
import dev.sluice.reconcile.Traffic;
import dev.sluice.router.Access;
import dev.sluice.router.Bandwidth;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.Gate;
import dev.sluice.router.MirrorRule;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Router;
import dev.sluice.router.Upstream;
import dev.sluice.router.Wheel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Builds the router's tables from what should be and what is ready, and keeps what must outlive a table: gates, meters,
 * the wheels' and mirrors' places, and how much of the bandwidth is taken. For the runtime's thread only.
 */
final class Routes implements Traffic {

    /** What outlives tables of one deployment. */
    private record Lasting(Gate gate, DeploymentMeter meter) {}

    /** An instance that may be given requests, and whose it is. */
    private record Admitted(DeploymentId deployment, Upstream upstream) {}

    private final Router router;
    private final Collecting collecting;
    private final Function<DesiredEndpoint, Access> accessTo;
    private final Map<DeploymentId, Lasting> deployments = new HashMap<>();
    private final SortedMap<InstanceId, Admitted> admitted = new TreeMap<>();
    private final Map<InstanceId, Admitted> withdrawn = new HashMap<>();
    private final Map<InstanceId, Gate> draining = new HashMap<>();
    private final Map<EndpointName, Wheel> wheels = new HashMap<>();
    private final Map<EndpointName, MirrorRule> mirrors = new HashMap<>();
    private final Map<EndpointName, MirrorMeter> mirrorMeters = new HashMap<>();
    private final Map<EndpointName, EndpointMeter> meters = new HashMap<>();
    private final Map<EndpointName, Bandwidth> bandwidths = new HashMap<>();
    private BandwidthLimit limit = BandwidthLimit.none();
    private DesiredState desired = DesiredState.EMPTY;

    Routes(Router router, Collecting collecting, Function<DesiredEndpoint, Access> accessTo) {
        this.router = router;
        this.collecting = collecting;
        this.accessTo = accessTo;
    }

    /** From now on requests are routed by this. */
    void want(DesiredState next) {
        desired.endpoints().keySet().stream()
                .filter(name -> next.endpoint(name).isEmpty())
                .forEach(collecting::forget);
        desired = next;
        List.of(wheels, mirrors, mirrorMeters, meters, bandwidths)
                .forEach(
                        map -> map.keySet().removeIf(name -> next.endpoint(name).isEmpty()));
        publish();
    }

    /** Each managed endpoint has so much bandwidth from now on; requests in flight keep to what they began with. */
    void limitBandwidth(BandwidthLimit newer) {
        if (!limit.equals(newer)) {
            limit = newer;
            bandwidths.clear();
            publish();
        }
    }

    private void publish() {
        router.publish(RouteTable.of(
                desired.endpoints().values().stream().map(this::route).toList()));
    }

    private EndpointRoute route(DesiredEndpoint endpoint) {
        var name = endpoint.spec().name();
        var versions = new Versions(endpoint);
        var wheel = wheels.compute(
                name,
                (same, now) ->
                        now != null && now.split().equals(endpoint.routing().traffic())
                                ? now
                                : new Wheel(endpoint.routing().traffic()));
        var mirror = mirrors.compute(
                name,
                (same, now) ->
                        now != null && now.mirror().equals(endpoint.routing().mirror())
                                ? now
                                : new MirrorRule(endpoint.routing().mirror()));
        var route = EndpointRoute.of(
                        name,
                        accessTo.apply(endpoint),
                        endpoint.deployments().values().stream()
                                .map(this::route)
                                .toList(),
                        wheel,
                        mirror,
                        mirrorMeter(endpoint, versions),
                        meters.computeIfAbsent(name, unknown -> new EndpointMeter()))
                .within(bandwidths.computeIfAbsent(name, unknown -> bandwidthOf(endpoint)));
        return versions.areChanging() ? route.comparedBy(new AgreementMeter(Optional.empty())) : route;
    }

    /** Once nothing is mirrored any more, what was compared before stands until a version of it is gone. */
    private MirrorMeter mirrorMeter(DesiredEndpoint endpoint, Versions versions) {
        var meter = mirrorMeters.computeIfAbsent(endpoint.spec().name(), unknown -> new MirrorMeter());
        versions.shadow()
                .ifPresentOrElse(
                        shadow -> meter.compare(shadow, versions.compared()),
                        () -> meter.forgetUnlessThereAre(versions.present()));
        return meter;
    }

    /** The cloud holds up managed endpoints only (reference 2.1). */
    private Bandwidth bandwidthOf(DesiredEndpoint endpoint) {
        return endpoint.spec().kind() == EndpointKind.MANAGED ? Bandwidth.of(limit) : Bandwidth.UNLIMITED;
    }

    private DeploymentRoute route(DesiredDeployment deployment) {
        var id = deployment.spec().id();
        var lasting = lasting(id);
        var upstreams = admitted.values().stream()
                .filter(instance -> instance.deployment().equals(id))
                .map(Admitted::upstream)
                .toList();
        var collector = collecting.collector(
                id, deployment.spec().collection(), lasting.meter().collection());
        return new DeploymentRoute(
                id.deployment(), upstreams, deployment.spec().requests(), lasting.gate(), lasting.meter(), collector);
    }

    private Lasting lasting(DeploymentId id) {
        return deployments.computeIfAbsent(id, unknown -> new Lasting(new Gate(), new DeploymentMeter()));
    }

    @Override
    public void admit(Instance instance, Instance.Spot scoring) {
        var again = Optional.ofNullable(withdrawn.remove(instance.id()));
        again.ifPresent(back -> back.upstream().gate().open());
        admitted.put(instance.id(), again.orElseGet(() -> newly(instance, scoring)));
        publish();
    }

    private static Admitted newly(Instance instance, Instance.Spot scoring) {
        var upstream = new Upstream(instance.key().name(), scoring.address(), scoring.path(), new Gate());
        return new Admitted(instance.key().deployment(), upstream);
    }

    @Override
    public void withdraw(InstanceId instance) {
        var leaving = admitted.remove(instance);
        if (leaving != null) {
            // Before the table: a place that falls free must not be given to whoever waits in line.
            leaving.upstream().gate().close();
            withdrawn.put(instance, leaving);
            publish();
        }
    }

    @Override
    public CompletionStage<Void> drain(InstanceId instance) {
        var leaving = admitted.remove(instance);
        if (leaving != null) {
            draining.put(instance, leaving.upstream().gate());
            publish();
        }
        Optional.ofNullable(withdrawn.remove(instance))
                .ifPresent(away -> draining.put(instance, away.upstream().gate()));
        var gate = draining.get(instance);
        return gate == null ? CompletableFuture.completedFuture(null) : gate.drain();
    }

    @Override
    public CompletionStage<Void> drain(DeploymentId deployment) {
        return lasting(deployment).gate().drain();
    }

    @Override
    public void forget(InstanceId instance) {
        draining.remove(instance);
        withdrawn.remove(instance);
        if (admitted.remove(instance) != null) {
            publish();
        }
    }

    @Override
    public void forget(DeploymentId deployment) {
        deployments.remove(deployment);
    }

    @Override
    public int inFlight(InstanceId instance) {
        return Optional.ofNullable(admitted.getOrDefault(instance, withdrawn.get(instance)))
                .map(known -> known.upstream().gate())
                .or(() -> Optional.ofNullable(draining.get(instance)))
                .map(Gate::inFlight)
                .orElse(0);
    }

    /** What the shadow said to the copy of that request; empty if there was none, or too long ago. */
    Optional<ShadowAnswer> shadowAnswer(EndpointName name, String requestId) {
        return Optional.ofNullable(mirrorMeters.get(name))
                .flatMap(meter -> meter.answers().find(requestId));
    }

    /** How far the shadow's answers agree with the live ones. */
    Agreement agreement(EndpointName name) {
        return Optional.ofNullable(mirrorMeters.get(name))
                .map(meter -> meter.agreement().agreement())
                .orElse(Agreement.NONE);
    }

    MirrorLedger ledger(EndpointName name) {
        var meter = mirrorMeters.get(name);
        return meter == null ? MirrorLedger.EMPTY : meter.ledger();
    }

    /** What is kept of the deployment's requests and answers. */
    CollectedData collected(DeploymentId id) {
        return collecting.state(id, lasting(id).meter().collection());
    }

    /** What each of the endpoint's deployments did since the last call. */
    Interval drainMeter(DeploymentId id) {
        return lasting(id).meter().drain();
    }
}

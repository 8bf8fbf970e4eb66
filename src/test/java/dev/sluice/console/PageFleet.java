package dev.sluice.console;

import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.Condition;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Phase;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.MirrorLedger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The picture of one endpoint, mostly {@code diabetes}, changed step by step as a test needs it. */
public record PageFleet(
        TreeMap<DeploymentName, DeploymentState> states, Routing routing, MirrorLedger ledger, Size size) {

    /** How many instances each deployment has, in which condition, how many requests each takes at once, and works on. */
    public record Size(int instances, Condition condition, int concurrency, int workers) {}

    public static final EndpointName DIABETES = new EndpointName("diabetes");
    public static final DeploymentName BLUE = new DeploymentName("blue");
    public static final DeploymentName GREEN = new DeploymentName("green");
    public static final DeploymentName CANARY = new DeploymentName("canary");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public static PageFleet of(DeploymentName... ready) {
        var states = new TreeMap<DeploymentName, DeploymentState>();
        for (var name : ready) {
            states.put(name, new DeploymentState.Succeeded(NOON));
        }
        return new PageFleet(states, Routing.CLOSED, MirrorLedger.EMPTY, new Size(1, Condition.READY, 1, 1));
    }

    public PageFleet share(DeploymentName name, int percent) {
        return new PageFleet(
                states, routing.withTraffic(routing.traffic().with(name, new Percent(percent))), ledger, size);
    }

    public PageFleet split(TrafficSplit split) {
        return new PageFleet(states, routing.withTraffic(split), ledger, size);
    }

    public PageFleet mirror(DeploymentName name, int percent) {
        return new PageFleet(states, routing.withMirror(Mirror.to(name, new Percent(percent))), ledger, size);
    }

    public PageFleet routed(Routing whole) {
        return new PageFleet(states, whole, ledger, size);
    }

    public PageFleet counted(MirrorLedger counts) {
        return new PageFleet(states, routing, counts, size);
    }

    public PageFleet creating(DeploymentName name) {
        var changed = new TreeMap<>(states);
        changed.put(name, new DeploymentState.Creating(NOON, Phase.INIT));
        return new PageFleet(changed, routing, ledger, size);
    }

    public PageFleet sized(int instances, int concurrency) {
        return new PageFleet(
                states, routing, ledger, new Size(instances, size.condition(), concurrency, size.workers()));
    }

    public PageFleet instances(Condition condition) {
        return new PageFleet(
                states, routing, ledger, new Size(size.instances(), condition, size.concurrency(), size.workers()));
    }

    public PageFleet workers(int workers) {
        return new PageFleet(
                states, routing, ledger, new Size(size.instances(), size.condition(), size.concurrency(), workers));
    }

    public Fleet fleet() {
        return fleetOf(DIABETES);
    }

    public Fleet fleetOf(EndpointName name) {
        var endpoint = new EndpointView(
                EndpointSpec.managed(name, AuthMode.KEY),
                routing,
                "http://127.0.0.1:8410/endpoints/diabetes/score",
                "http://127.0.0.1:8410/endpoints/diabetes/swagger.json",
                ledger,
                states.entrySet().stream()
                        .map(entry -> deployment(new DeploymentId(name, entry.getKey()), entry.getValue()))
                        .toList());
        return new Fleet(
                1, new Fleet.Runtime("process", "Plain processes", "", 8410, 8411), List.of(endpoint), List.of());
    }

    private DeploymentView deployment(DeploymentId id, DeploymentState state) {
        var name = id.deployment();
        var spec = DeploymentSpec.draft(
                        id, new CodeSource.Folder("/models/" + name, "score.py"), new EnvironmentSource.Image("python"))
                .instanceCount(size.instances())
                .environmentVariables(Map.of("WORKER_COUNT", String.valueOf(size.workers())))
                .requests(new RequestSettings(RequestSettings.DEFAULT.timeout(), size.concurrency()))
                .done();
        var instances = IntStream.rangeClosed(1, size.instances())
                .mapToObj(i -> new InstanceView(
                        name + "-" + i,
                        size.condition(),
                        NOON,
                        "127.0.0.1:3100" + i,
                        0,
                        Optional.empty(),
                        SampleFleets.life(NOON, 1)))
                .toList();
        return new DeploymentView(spec, state, instances, "", Fleet.Past.CALM);
    }
}

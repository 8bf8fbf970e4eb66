package dev.sluice.store;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSecrets;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Secret;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.manifest.RandomSpecs;
import java.util.List;
import java.util.Random;

/** Desired states of up to three endpoints with up to three deployments, in every state of provisioning and routing. */
final class RandomStates {

    private static final Problem PROBLEM =
            new Problem(Problem.Code.USER_SCRIPT_INIT_FAILED, "p", "what", "do", new Place("f.yml", 3, 4));
    private static final List<String> LINES = List.of("Traceback:\n", "\u001b[31mdaß\"\\");

    private final Random random;
    private final RandomSpecs specs;

    private RandomStates(long seed) {
        random = new Random(seed);
        specs = new RandomSpecs(seed);
    }

    static DesiredState of(long seed) {
        return new RandomStates(seed).state();
    }

    private DesiredState state() {
        var state = DesiredState.EMPTY;
        for (int i = random.nextInt(4); i > 0; i--) {
            state = state.with(endpoint(new EndpointName("Endpoint-" + i)));
        }
        return state;
    }

    private DesiredEndpoint endpoint(EndpointName name) {
        var endpoint = DesiredEndpoint.created(specs.endpoint(name), new EndpointSecrets(secret(), secret(), secret()));
        var split = TrafficSplit.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            var deployment = new DeploymentName("Model-" + i);
            endpoint = endpoint.with(
                    new DesiredDeployment(specs.deployment(name, deployment), random.nextLong(), provisioning()));
            split = split.with(deployment, new Percent(random.nextInt(101)));
        }
        var mirror = Mirror.to(new DeploymentName("Shadow"), new Percent(random.nextInt(3) * 25));
        return endpoint.with(new Routing(split, mirror));
    }

    private Provisioning provisioning() {
        return switch (random.nextInt(6)) {
            case 3 ->
                new Provisioning.Replacing(
                        specs.deployment(new EndpointName("Any"), new DeploymentName("Next")),
                        random.nextLong(),
                        sources());
            case 4 ->
                new Provisioning.Kept(
                        specs.deployment(new EndpointName("Any"), new DeploymentName("Rejected")),
                        sources(),
                        PROBLEM,
                        LINES);
            case 0 -> new Provisioning.Pending(true);
            case 1 -> new Provisioning.Pending(false);
            case 2 -> new Provisioning.Done();
            default -> new Provisioning.GivenUp(PROBLEM, LINES, random.nextBoolean());
        };
    }

    private Provisioning.Sources sources() {
        var all = Provisioning.Sources.values();
        return all[random.nextInt(all.length)];
    }

    private Secret secret() {
        return new Secret("secret-" + Long.toHexString(random.nextLong()));
    }
}

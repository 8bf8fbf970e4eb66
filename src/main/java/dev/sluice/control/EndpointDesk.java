package dev.sluice.control;

import dev.sluice.control.Ledger.Asked;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Routing;
import java.util.Locale;

/** Where commands about whole endpoints are checked. For the runtime's thread only. */
final class EndpointDesk {

    private static final Runnable NOTHING_TO_DO = () -> {};

    private final Ledger ledger;
    private final Keyring keyring;
    private final JobBook jobs;
    private final DeploymentDesk deployments;

    EndpointDesk(Ledger ledger, Keyring keyring, JobBook jobs, DeploymentDesk deployments) {
        this.ledger = ledger;
        this.keyring = keyring;
        this.jobs = jobs;
        this.deployments = deployments;
    }

    Outcome create(Caller by, EndpointSpec spec) {
        return ledger.unless(
                Checks.createEndpoint(ledger.desired(), spec),
                new Asked(by, Deeds.createEndpoint(spec), "create endpoint " + spec.name()),
                state -> state.with(DesiredEndpoint.created(spec, keyring.newSecrets())),
                NOTHING_TO_DO);
    }

    Outcome describe(Caller by, EndpointSpec spec) {
        var routing = ledger.desired().endpoint(spec.name()).map(DesiredEndpoint::routing);
        return update(by, spec, routing.orElse(Routing.CLOSED));
    }

    Outcome update(Caller by, EndpointSpec spec, Routing routing) {
        return ledger.unless(
                Checks.updateEndpoint(ledger.desired(), spec, routing),
                new Asked(by, Deeds.updateEndpoint(ledger.desired(), spec, routing), "update endpoint " + spec.name()),
                state -> state.with(
                        state.endpoint(spec.name()).orElseThrow().with(spec).with(routing)),
                NOTHING_TO_DO);
    }

    Outcome delete(Caller by, EndpointName name) {
        var leaving = ledger.desired().endpoint(name).stream()
                .flatMap(endpoint -> endpoint.deployments().values().stream())
                .toList();
        return ledger.unless(
                Checks.deleteEndpoint(ledger.desired(), jobs.jobs(), name),
                new Asked(by, Deeds.deleteEndpoint(ledger.desired(), name), "delete endpoint " + name),
                state -> state.without(name),
                () -> leaving.forEach(deployments::beginDeleting));
    }

    Outcome regenerateKey(Caller by, EndpointName name, KeyType type) {
        return ledger.unless(
                Checks.regenerateKey(ledger.desired(), name),
                new Asked(
                        by,
                        Deeds.regenerateKey(name, type),
                        "new " + type.name().toLowerCase(Locale.ROOT) + " key of " + name),
                state -> {
                    var endpoint = state.endpoint(name).orElseThrow();
                    return state.with(endpoint.with(endpoint.secrets().with(type, keyring.newSecret())));
                },
                NOTHING_TO_DO);
    }
}

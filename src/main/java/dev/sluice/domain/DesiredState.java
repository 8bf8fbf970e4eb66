package dev.sluice.domain;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that should be, as the user last said it. A value: each change makes a new one, which is stored whole. */
public record DesiredState(SortedMap<EndpointName, DesiredEndpoint> endpoints) {

    public static final DesiredState EMPTY = new DesiredState(new TreeMap<>());

    public DesiredState {
        endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
    }

    public Optional<DesiredEndpoint> endpoint(EndpointName name) {
        return Optional.ofNullable(endpoints.get(name));
    }

    public Optional<DesiredDeployment> deployment(DeploymentId id) {
        return endpoint(id.endpoint()).flatMap(endpoint -> endpoint.deployment(id.deployment()));
    }

    /** With this endpoint added, or put in the place of the one of its name. */
    public DesiredState with(DesiredEndpoint endpoint) {
        var changed = new TreeMap<>(endpoints);
        changed.put(endpoint.spec().name(), endpoint);
        return new DesiredState(changed);
    }

    public DesiredState without(EndpointName name) {
        var changed = new TreeMap<>(endpoints);
        changed.remove(name);
        return new DesiredState(changed);
    }
}

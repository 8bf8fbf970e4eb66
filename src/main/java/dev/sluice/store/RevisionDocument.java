package dev.sluice.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSecrets;
import dev.sluice.domain.Problem;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.ManifestWriter;
import dev.sluice.manifest.Manifests;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The desired state as one JSON text, without the endpoints' keys. Endpoints and deployments are in it as the YAML that
 * a person would write, so that a revision can be read with any SQLite tool. Both directions throw
 * {@link IllegalArgumentException} for what they cannot keep or understand.
 */
final class RevisionDocument {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RevisionDocument() {}

    /** Reads its own text back before handing it out: what cannot be read again must never be written. */
    static String write(DesiredState state) {
        var text = json(new StateEntry(
                state.endpoints().values().stream().map(RevisionDocument::entry).toList()));
        var secrets = state.endpoints().values().stream()
                .collect(Collectors.toMap(endpoint -> endpoint.spec().name(), DesiredEndpoint::secrets));
        if (!read(text, secrets).equals(state)) {
            throw new IllegalArgumentException("the state holds something that YAML cannot say: a path that is not"
                    + " absolute and plain, a time that is not in whole seconds, or a machine size of its own");
        }
        return text;
    }

    static DesiredState read(String text, Map<EndpointName, EndpointSecrets> secrets) {
        try {
            var endpoints = new TreeMap<EndpointName, DesiredEndpoint>();
            for (var entry : JSON.readValue(text, StateEntry.class).endpoints()) {
                var endpoint = endpoint(entry, secrets);
                endpoints.put(endpoint.spec().name(), endpoint);
            }
            return new DesiredState(endpoints);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not the JSON that was expected: " + e.getOriginalMessage(), e);
        }
    }

    private static String json(StateEntry state) {
        try {
            return JSON.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the state holds a text that is not Unicode", e);
        }
    }

    private static StateEntry.EndpointEntry entry(DesiredEndpoint endpoint) {
        var routing = RoutingEntry.of(endpoint.routing());
        return new StateEntry.EndpointEntry(
                ManifestWriter.write(endpoint.spec()),
                routing.traffic(),
                routing.mirror(),
                endpoint.deployments().values().stream()
                        .map(deployment -> new StateEntry.DeploymentEntry(
                                ManifestWriter.write(deployment.spec()),
                                deployment.generation(),
                                StateEntry.Progress.of(deployment.provisioning())))
                        .toList());
    }

    private static DesiredEndpoint endpoint(
            StateEntry.EndpointEntry entry, Map<EndpointName, EndpointSecrets> secrets) {
        var spec = valid(Manifests.restoreEndpoint(entry.manifest()));
        if (!secrets.containsKey(spec.name())) {
            throw new IllegalArgumentException("the keys of endpoint " + spec.name() + " are missing");
        }
        var deployments = new TreeMap<DeploymentName, DesiredDeployment>();
        for (var stored : entry.deployments()) {
            var deployment = deployment(stored.manifest());
            deployments.put(
                    deployment.id().deployment(),
                    new DesiredDeployment(
                            deployment, stored.generation(), stored.progress().provisioning()));
        }
        return new DesiredEndpoint(
                spec,
                secrets.get(spec.name()),
                new RoutingEntry(entry.traffic(), entry.mirror()).routing(),
                deployments);
    }

    /** Reads back a deployment's YAML. */
    static DeploymentSpec deployment(String manifest) {
        return valid(Manifests.restoreDeployment(manifest));
    }

    private static <T> T valid(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Value<T> value) {
            return value.value();
        }
        throw new IllegalArgumentException(
                decoded.problems().stream().map(Problem::sentence).collect(Collectors.joining("; ")));
    }
}

package dev.sluice.manifest;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an endpoint file (reference 1.2). */
final class EndpointReader {

    private static final Map<String, AuthMode> MODES =
            Arrays.stream(AuthMode.values()).collect(Collectors.toMap(AuthMode::wireName, Function.identity()));

    private EndpointReader() {}

    /** The endpoint as it is created, or what must be put right first. */
    static Decoded<EndpointSpec> read(Section file, Findings findings) {
        file.value("traffic").ifPresent(EndpointReader::noTrafficYet);
        file.value("mirror_traffic").ifPresent(EndpointReader::noTrafficYet);
        return spec(file, findings);
    }

    /** The endpoint as it is changed, with the traffic that it is to have: there may be deployments by now. */
    static Decoded<Manifest.EndpointUpdate> readUpdate(Opened opened) {
        var file = opened.keys();
        var findings = opened.findings();
        var traffic = file.value("traffic").flatMap(TrafficReader::split);
        var written = file.value("mirror_traffic");
        var mirror = written.flatMap(TrafficReader::mirror);
        var kind = file.has("compute") ? EndpointKind.KUBERNETES : EndpointKind.MANAGED;
        mirror.ifPresent(read -> TrafficReader.checkMirror(written.orElseThrow(), read, traffic, kind));
        return spec(file, findings)
                .then(spec -> findings.decoded(
                        () -> new Manifest.EndpointUpdate(spec, traffic, mirror, findings.notices(), opened.places())));
    }

    private static Decoded<EndpointSpec> spec(Section file, Findings findings) {
        file.text("$schema");
        var name = file.required("name").flatMap(Naming::endpoint);
        var kind = file.value("compute").map(EndpointReader::kubernetes).orElse(EndpointKind.MANAGED);
        var auth = file.value("auth_mode").flatMap(value -> auth(value, kind)).orElse(AuthMode.KEY);
        var labels = Naming.labels(file);
        CloudOnly.identity(file);
        if (kind == EndpointKind.MANAGED) {
            CloudOnly.networkAccess(file, "public_network_access");
        } else {
            file.misplaced("public_network_access", "'public_network_access' is for managed endpoints", "remove it");
        }
        CloudOnly.printed(file, List.of("id", "kind", "location", "provisioning_state", "scoring_uri", "openapi_uri"));
        file.finish();
        return findings.decoded(() -> new EndpointSpec(name.orElseThrow(), kind, auth, labels, findings.kept()));
    }

    private static Optional<AuthMode> auth(Value value, EndpointKind kind) {
        var mode = value.choice(MODES);
        mode.filter(AuthMode.AAD_TOKEN::equals).ifPresent(aad -> {
            if (kind == EndpointKind.KUBERNETES) {
                value.refuse(
                        Problem.Code.NOT_SUPPORTED,
                        "Kubernetes endpoints have no aad_token",
                        "write 'key' or 'aml_token'");
            } else {
                value.notice("aad_token needs the cloud's directory; an endpoint cannot be created with it here. Use"
                        + " 'key' or 'aml_token'");
            }
        });
        return mode;
    }

    private static EndpointKind kubernetes(Value compute) {
        compute.text()
                .filter(text -> !text.matches("azureml:.+"))
                .ifPresent(text -> compute.refuse(
                        Problem.Code.BAD_VALUE, "a compute target is named azureml:<name>", "write azureml:" + text));
        compute.keep();
        compute.notice(
                "the cluster is not used; the endpoint runs on this machine by the rules for Kubernetes endpoints");
        return EndpointKind.KUBERNETES;
    }

    /** Shares of 0 are no shares: the cloud's client drops them (reference 0.6). */
    private static void noTrafficYet(Value traffic) {
        traffic.section()
                .ifPresent(shares -> shares.each((name, share) -> share.integer(0, 100)
                        .filter(percent -> percent > 0)
                        .ifPresent(percent -> share.refuse(
                                Problem.Code.TRAFFIC_NOT_READY,
                                "an endpoint is created without traffic, since it has no deployments yet",
                                "remove it here, and set the traffic once '" + Spelling.abridged(name)
                                        + "' is deployed"))));
    }
}

package dev.sluice.manifest;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.InstanceType;
import dev.sluice.domain.LocalSize.Origin;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Serving;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a deployment file (reference 1.3). Relative paths start from {@code folder}. */
final class DeploymentReader {

    /** What a cluster gives a deployment that asks for no size. */
    private static final InstanceType CLUSTER_DEFAULT = InstanceType.of("defaultinstancetype");

    private static final Map<String, EndpointKind> KINDS =
            Map.of("managed", EndpointKind.MANAGED, "kubernetes", EndpointKind.KUBERNETES);

    /** How long the names of a cluster's endpoint and deployment may be together (reference 2.1). */
    private static final int LONGEST_NAMES = 62;

    private final Section file;
    private final Path folder;
    private final Findings findings;

    DeploymentReader(Section file, Path folder, Findings findings) {
        this.file = file;
        this.folder = folder;
        this.findings = findings;
    }

    /** The deployment, or what must be put right first. */
    Decoded<DeploymentSpec> read() {
        file.text("$schema");
        var kind = kind();
        var name = file.required("name").flatMap(Naming::deployment);
        var endpoint = file.required("endpoint_name").flatMap(Naming::endpoint);
        checkLengths(kind, endpoint, name);
        var labels = Naming.labels(file);
        var model = file.value("model")
                .map(value -> ModelReader.read(value, folder))
                .orElse(Optional.of(new ModelSource.None()));
        var written = file.value("model_mount_path");
        var mount = written.flatMap(DeploymentReader::mount);
        var code = file.value("code_configuration")
                .map(value -> CodeReader.read(value, folder))
                .orElse(Optional.of(new CodeSource.None()));
        var environment = new ServedBy(file, folder).environment(model, code);
        var variables = variables();
        var size = size(kind);
        int instances = file.integer("instance_count", 1, DeploymentSpec.MOST_INSTANCES, 1);
        var requests = SettingsReader.requests(file, kind);
        var liveness = SettingsReader.probe(file, "liveness_probe", 1);
        var readiness = SettingsReader.probe(file, "readiness_probe", Integer.MAX_VALUE);
        var collection = CollectorReader.read(file);
        ScaleReader.check(file, kind);
        cloudOnly(kind);
        file.finish();
        var read = findings.decoded(() -> DeploymentSpec.draft(
                        new DeploymentId(endpoint.orElseThrow(), name.orElseThrow()),
                        code.orElseThrow(),
                        environment.orElseThrow())
                .kind(kind)
                .labels(labels)
                .model(model.orElseThrow())
                .modelMount(mount.orElse(""))
                .environmentVariables(variables)
                .instanceType(size)
                .instanceCount(instances)
                .requests(requests)
                .liveness(liveness)
                .readiness(readiness)
                .collection(collection)
                .cloud(findings.kept())
                .done());
        if (read instanceof Decoded.Value<DeploymentSpec> spec && Serving.ignoresMount(spec.value())) {
            written.ifPresent(value -> value.notice("only images that serve by themselves find their model there; this"
                    + " one is found by AZUREML_MODEL_DIR"));
        }
        return read;
    }

    private EndpointKind kind() {
        var type = file.value("type");
        var kind = type.flatMap(value -> value.choice(KINDS)).orElse(EndpointKind.MANAGED);
        type.filter(value -> kind == EndpointKind.KUBERNETES)
                .ifPresent(value -> value.notice("the cluster is not used; the deployment runs on this machine"));
        return kind;
    }

    private void checkLengths(EndpointKind kind, Optional<EndpointName> endpoint, Optional<DeploymentName> name) {
        int together = endpoint.map(EndpointName::text).orElse("").length()
                + name.map(DeploymentName::text).orElse("").length();
        if (kind == EndpointKind.KUBERNETES && together > LONGEST_NAMES) {
            file.refuse(
                    Problem.Code.NAME_LENGTH,
                    "on a cluster the names of endpoint and deployment have at most " + LONGEST_NAMES
                            + " characters together; these have " + together,
                    "shorten one of them");
        }
    }

    private static Optional<String> mount(Value value) {
        return value.text().filter(text -> {
            boolean good = text.matches("(/[^/\\x00]+)+/?") && !text.matches(".*/\\.\\.?(/.*)?");
            if (!good) {
                value.refuse(
                        Problem.Code.BAD_VALUE,
                        "expected an absolute path in the container, found '" + Spelling.abridged(text) + "'",
                        "write such as /var/azureml-app/azureml-models, without '..'");
            }
            return good;
        });
    }

    /** A name or value that no operating system takes would only come to light when the first instance starts. */
    private SortedMap<String, String> variables() {
        var variables = new TreeMap<String, String>();
        file.value("environment_variables")
                .flatMap(Value::section)
                .ifPresent(map -> map.each((name, value) -> {
                    if (name.isEmpty() || name.contains("=") || name.indexOf('\0') >= 0) {
                        value.refuse(
                                Problem.Code.BAD_VALUE, "this is no name for a variable", "use letters, digits and _");
                    }
                    value.scalar().ifPresent(text -> {
                        if (text.indexOf('\0') >= 0) {
                            value.refuse(Problem.Code.BAD_VALUE, "a variable cannot hold a NUL character", "remove it");
                        }
                        variables.put(name, text);
                    });
                }));
        return variables;
    }

    private InstanceType size(EndpointKind kind) {
        boolean kubernetes = kind == EndpointKind.KUBERNETES;
        var value = kubernetes ? file.value("instance_type") : file.required("instance_type");
        var named = value.flatMap(Value::word).map(InstanceType::of).orElse(CLUSTER_DEFAULT);
        var size = kubernetes ? named.asking(ResourcesReader.read(file)) : named;
        var here = InstanceProfiles.NONE.of(size);
        value.filter(typed -> here.origin() == Origin.FALLBACK)
                .ifPresent(typed -> typed.notice("this size is not in our table: unless Sluice was started with an"
                        + " --instance-profile for it (" + InstanceProfile.FORM + "), an instance gets " + here.cores()
                        + " cores and " + here.memoryMiB() + " MiB"));
        value.filter(typed -> size.hasGraphics()).ifPresent(typed -> typed.notice(CloudOnly.NO_GRAPHICS));
        return size;
    }

    private void cloudOnly(EndpointKind kind) {
        CloudOnly.flag(file, "app_insights_enabled", "there is no Application Insights here; metrics are kept locally");
        if (kind == EndpointKind.MANAGED) {
            CloudOnly.networkAccess(file, "egress_public_network_access");
            CloudOnly.flag(file, "private_network_connection", "there is no virtual network here");
            file.misplaced(
                    "resources",
                    "'resources' is for Kubernetes deployments; a managed one gets what its instance_type stands for",
                    "remove it, or write 'type: kubernetes'");
        } else {
            for (var managed : List.of("egress_public_network_access", "private_network_connection")) {
                file.misplaced(managed, "'" + managed + "' is for managed deployments", "remove it");
            }
        }
        CloudOnly.printed(file, List.of("id", "provisioning_state", "creation_context"));
    }
}

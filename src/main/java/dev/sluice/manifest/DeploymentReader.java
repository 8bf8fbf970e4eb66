package dev.sluice.manifest;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.InstanceType;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a deployment file (reference 1.3). Relative paths start from {@code folder}. */
final class DeploymentReader {

    /** What a cluster gives a deployment that asks for no size. */
    private static final InstanceType CLUSTER_DEFAULT = InstanceType.of("defaultinstancetype");

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
        var name = file.required("name").flatMap(Naming::deployment);
        var endpoint = file.required("endpoint_name").flatMap(Naming::endpoint);
        var labels = Naming.labels(file);
        boolean kubernetes = isKubernetes();
        var model = file.value("model")
                .map(value -> ModelReader.read(value, folder))
                .orElse(Optional.of(new ModelSource.None()));
        var code = code();
        var environment = file.required("environment").flatMap(value -> EnvironmentReader.read(value, folder));
        var variables = variables();
        var size = size(kubernetes);
        int instances = file.integer("instance_count", 1, DeploymentSpec.MOST_INSTANCES, 1);
        var requests = SettingsReader.requests(file);
        var liveness = SettingsReader.probe(file, "liveness_probe", 1);
        var readiness = SettingsReader.probe(file, "readiness_probe", Integer.MAX_VALUE);
        file.note(
                "liveness_probe",
                "a ready instance that fails its probe is shown and not restarted; one that ends is replaced");
        SettingsReader.scale(file, kubernetes);
        cloudOnly();
        file.finish();
        return findings.decoded(() -> DeploymentSpec.draft(
                        new DeploymentId(endpoint.orElseThrow(), name.orElseThrow()),
                        code.orElseThrow(),
                        environment.orElseThrow())
                .labels(labels)
                .model(model.orElseThrow())
                .environmentVariables(variables)
                .instanceType(size)
                .instanceCount(instances)
                .requests(requests)
                .liveness(liveness)
                .readiness(readiness)
                .done());
    }

    private boolean isKubernetes() {
        var type = file.value("type");
        boolean kubernetes = type.flatMap(value -> value.choice(CloudOnly.words("managed", "kubernetes")))
                .filter("kubernetes"::equals)
                .isPresent();
        type.filter(value -> kubernetes)
                .ifPresent(value -> value.notice("the cluster is not used; the deployment runs on this machine"));
        return kubernetes;
    }

    private Optional<CodeSource> code() {
        var keys = file.required(
                        "code_configuration",
                        "name the code folder and the scoring script; images that serve by themselves and models"
                                + " without code come in a later version")
                .flatMap(Value::section);
        var code = keys.flatMap(section -> section.required("code"))
                .flatMap(value -> LocalFile.named(value, folder, LocalFile.Kind.FOLDER));
        var script = keys.flatMap(section -> section.required("scoring_script"));
        keys.ifPresent(Section::finish);
        return code.flatMap(base -> script.flatMap(value -> LocalFile.inside(value, base))
                .map(inside -> new CodeSource.Folder(base.toString(), inside)));
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

    private InstanceType size(boolean kubernetes) {
        var value = kubernetes ? file.value("instance_type") : file.required("instance_type");
        var size = value.flatMap(Value::word).map(InstanceType::of).orElse(CLUSTER_DEFAULT);
        value.filter(typed -> !size.known())
                .ifPresent(typed -> typed.notice("this size is not in our table; an instance gets " + size.cores()
                        + " cores and " + size.memoryMiB() + " MiB"));
        return size;
    }

    private void cloudOnly() {
        file.withoutEffect(
                "model_mount_path", Value::text, "the model is found under AZUREML_MODEL_DIR, wherever that is here");
        CloudOnly.flag(file, "app_insights_enabled", "there is no Application Insights here; metrics are kept locally");
        CloudOnly.networkAccess(file, "egress_public_network_access");
        CloudOnly.flag(file, "private_network_connection", "there is no virtual network here");
        CloudOnly.dataCollector(file);
        CloudOnly.resources(file);
        CloudOnly.printed(file, List.of("id", "provisioning_state", "creation_context"));
    }
}

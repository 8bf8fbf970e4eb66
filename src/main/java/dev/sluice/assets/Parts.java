package dev.sluice.assets;

import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelSource;
import java.util.ArrayList;
import java.util.List;

/** What a deployment's description defines inline, which the cloud's client registers before it creates the deployment. */
public final class Parts {

    private Parts() {}

    /** The model, the environment, the code, as far as they are there. */
    public static List<AssetDefinition> of(DeploymentSpec spec) {
        var parts = new ArrayList<AssetDefinition>();
        if (spec.model() instanceof ModelSource.Files files) {
            parts.add(new ModelDefinition(
                    files.name(),
                    files.name().isEmpty() ? "" : files.version(),
                    files.type(),
                    files.path(),
                    Labels.NONE,
                    CloudKeys.NONE));
        }
        boolean inline = !(spec.environment() instanceof EnvironmentSource.Registered)
                && !(spec.environment() instanceof EnvironmentSource.None);
        if (inline) {
            var name = word(spec.cloud(), "environment.name");
            var version = name.isEmpty() ? "" : word(spec.cloud(), "environment.version");
            parts.add(new EnvironmentDefinition(name, version, spec.environment(), Labels.NONE, CloudKeys.NONE));
        }
        if (spec.code() instanceof CodeSource.Folder code) {
            parts.add(CodeDefinition.of(code.folder()));
        }
        return List.copyOf(parts);
    }

    /** A text or a number that may be a name; empty if it is neither. */
    private static String word(CloudKeys cloud, String key) {
        var json = cloud.json().getOrDefault(key, "");
        var text = json.startsWith("\"") && json.endsWith("\"") && json.length() > 1
                ? json.substring(1, json.length() - 1)
                : json;
        return AssetId.isWord(text) ? text : "";
    }
}

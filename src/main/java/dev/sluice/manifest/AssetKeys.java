package dev.sluice.manifest;

import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.ModelDefinition;
import java.util.Map;

/** A model, an environment or code as a file of its own has it. */
final class AssetKeys {

    private AssetKeys() {}

    static Map<String, Object> of(AssetDefinition asset) {
        if (asset instanceof ModelDefinition model) {
            return model(model);
        } else if (asset instanceof EnvironmentDefinition environment) {
            return environment(environment);
        } else if (asset instanceof CodeDefinition code) {
            return code(code);
        }
        throw new IllegalStateException("unknown asset " + asset);
    }

    private static Map<String, Object> code(CodeDefinition code) {
        var keys = new Keys();
        keys.put("$schema", CloudSchema.url("code"));
        keys.put("name", code.name());
        keys.putUnlessEmpty("version", code.version());
        keys.put("path", code.path());
        keys.putLabels(code.labels());
        keys.putCloud(code.cloud());
        return keys.map();
    }

    private static Map<String, Object> model(ModelDefinition model) {
        var keys = new Keys();
        keys.put("$schema", CloudSchema.url("model"));
        keys.put("name", model.name());
        keys.putUnlessEmpty("version", model.version());
        keys.put("type", model.type().wireName());
        keys.put("path", model.path());
        keys.putLabels(model.labels());
        keys.putCloud(model.cloud());
        return keys.map();
    }

    private static Map<String, Object> environment(EnvironmentDefinition environment) {
        var keys = new Keys();
        keys.put("$schema", CloudSchema.url("environment"));
        keys.put("name", environment.name());
        keys.putUnlessEmpty("version", environment.version());
        keys.putLabels(environment.labels());
        EnvironmentKeys.inline(environment.source()).forEach(keys::put);
        keys.putCloud(environment.cloud());
        return keys.map();
    }
}

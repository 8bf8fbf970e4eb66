package dev.sluice.manifest;

import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.ModelDefinition;
import java.util.Map;

/** A model or environment as a file of its own has it. */
final class AssetKeys {

    private AssetKeys() {}

    static Map<String, Object> of(ModelDefinition model) {
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

    static Map<String, Object> of(EnvironmentDefinition environment) {
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

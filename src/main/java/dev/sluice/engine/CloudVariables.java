package dev.sluice.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the cloud tells whoever serves, through its environment (reference 4.1). */
public final class CloudVariables {

    /**
     * In the code folder's copy: which collections the script is to fill (reference 1.7). There is no such file unless the
     * deployment asks for some.
     */
    public static final String COLLECTIONS = ".sluice/mdc_config.json";

    private CloudVariables() {}

    /**
     * The user's own variables, and the cloud's, which win.
     *
     * @param app where the instance sees its code folder; {@code AML_APP_ROOT} is the script's own folder in it, so that
     *     the script can import what lies beside it
     * @param models where the instance sees the model folder
     */
    public static Map<String, String> of(InstanceSpec spec, String app, String models) {
        var variables = new HashMap<>(spec.environment());
        variables.put("AZUREML_MODEL_DIR", models);
        var script = spec.files().script();
        if (!script.isEmpty()) {
            var inside = Path.of(app).resolve(script).normalize();
            variables.put("AML_APP_ROOT", folderOf(inside).toString());
            variables.put("AZUREML_ENTRY_SCRIPT", inside.getFileName().toString());
        }
        if (Files.exists(spec.files().app().resolve(COLLECTIONS))) {
            variables.put(
                    "AZUREML_MDC_CONFIG_PATH", Path.of(app).resolve(COLLECTIONS).toString());
        }
        return variables;
    }

    private static Path folderOf(Path script) {
        var folder = script.getParent();
        return folder == null ? Path.of("/") : folder;
    }
}

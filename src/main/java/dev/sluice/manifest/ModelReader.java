package dev.sluice.manifest;

import dev.sluice.domain.ModelSource;
import java.nio.file.Path;
import java.util.Optional;

/** Reads where a deployment's model comes from: a registered one by name, or files (reference 1.4). */
final class ModelReader {

    private ModelReader() {}

    static Optional<ModelSource> read(Value value, Path folder) {
        return value.isSection()
                ? value.section().flatMap(model -> files(model, folder))
                : AssetReference.read(value, "model", "path:").map(ModelSource.Registered::new);
    }

    private static Optional<ModelSource> files(Section model, Path folder) {
        var path =
                model.required("path").flatMap(value -> LocalFile.named(value, folder, LocalFile.Kind.FILE_OR_FOLDER));
        var name = model.text("name").orElse("");
        var version = model.value("version").flatMap(Value::scalar).orElse("");
        model.value("type")
                .ifPresent(type -> type.choice(CloudOnly.words("custom_model", "mlflow_model", "triton_model"))
                        .filter(chosen -> !chosen.equals("custom_model"))
                        .ifPresent(chosen -> type.notice("the model is handed to your scoring script as files; "
                                + chosen + "s are not loaded without one")));
        model.withoutEffect("flavors", Value::section, "the model is handed to your scoring script as files");
        CloudOnly.assetLabels(model);
        model.finish();
        return path.map(target -> new ModelSource.Files(target.toString(), name, version));
    }
}

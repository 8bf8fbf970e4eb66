package dev.sluice.manifest;

import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

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
        var name = folderName(model.value("name"), Value::text);
        var version = folderName(model.value("version"), Value::scalar);
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

    private static String folderName(Optional<Value> value, Function<Value, Optional<String>> reading) {
        return value.flatMap(given -> reading.apply(given).filter(text -> isFolderName(given, text)))
                .orElse("");
    }

    private static boolean isFolderName(Value value, String text) {
        boolean good = ModelSource.canBeFolder(text);
        if (!good) {
            value.refuse(
                    Problem.Code.BAD_VALUE,
                    "the model's files get a folder of this name, and '" + text + "' cannot be one",
                    "use letters, digits, '_', '-' and '.'");
        }
        return good;
    }
}

package dev.sluice.manifest;

import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads where a deployment's model comes from: a registered one by name, or files (reference 1.4). */
final class ModelReader {

    private static final Map<String, ModelType> TYPES =
            Arrays.stream(ModelType.values()).collect(Collectors.toMap(ModelType::wireName, Function.identity()));

    private ModelReader() {}

    static Optional<ModelSource> read(Value value, Path folder) {
        return value.isSection()
                ? value.section().flatMap(model -> files(model, folder))
                : ReferenceReader.read(value, "model", "define the model with 'path:'")
                        .map(ModelSource.Registered::new);
    }

    private static Optional<ModelSource> files(Section model, Path folder) {
        var path = path(model, folder);
        var name = folderName(model.value("name"), Value::text);
        var version = folderName(model.value("version"), Value::scalar);
        var type = type(model);
        flavors(model);
        CloudOnly.assetLabels(model);
        model.finish();
        return path.map(target -> new ModelSource.Files(target.toString(), name, version, type));
    }

    static Optional<Path> path(Section model, Path folder) {
        return model.required("path").flatMap(value -> LocalFile.named(value, folder, LocalFile.Kind.FILE_OR_FOLDER));
    }

    static ModelType type(Section model) {
        return model.value("type").flatMap(type -> type.choice(TYPES)).orElse(ModelType.CUSTOM);
    }

    /** What the cloud shows of an MLflow model; what is served is what the model's own MLmodel file says. */
    static void flavors(Section model) {
        model.withoutEffect("flavors", Value::section, "the flavours in the model's own MLmodel file are what counts");
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

package dev.sluice.reconcile;

import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of a model as MLflow saves it: the one with the file {@code MLmodel}. */
final class MlflowFolder {

    private static final String MARK = "MLmodel";

    /** A model registered from a run may lie some folders deep. */
    private static final int DEEPEST = 4;

    private MlflowFolder() {}

    /**
     * The one nearest to the top. Reads the disk.
     *
     * @throws EngineException if there is none
     */
    static Path in(Path models) {
        try (var found =
                Files.find(models, DEEPEST, (path, attributes) -> attributes.isRegularFile() && path.endsWith(MARK))) {
            return found.map(Path::getParent)
                    .min(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow(() -> notSaved());
        } catch (IOException e) {
            throw new UncheckedIOException("the deployment's copy of its model cannot be read: " + models, e);
        }
    }

    private static EngineException notSaved() {
        return new EngineException(Problem.of(
                Problem.Code.BAD_VALUE,
                "model.path",
                "there is no file " + MARK + " in the model, so MLflow did not save it",
                "name the folder that mlflow.<flavor>.save_model wrote, or give the model the type custom_model and a"
                        + " scoring script"));
    }
}

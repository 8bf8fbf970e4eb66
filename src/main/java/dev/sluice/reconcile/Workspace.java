package dev.sluice.reconcile;

import dev.sluice.assets.TreeCopy;
import dev.sluice.assets.TreeRemoval;
import dev.sluice.collect.ScriptCollections;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Problem;
import dev.sluice.engine.CloudVariables;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deployments' own copies of their files, one folder a generation, so that editing a source never changes what
 * runs. Copies exactly the file or folder that was named, never its parent, and nothing from outside of it.
 *
 * <p>Blocks on the disk; safe from any thread for different generations, as long as the whole deployment is left alone.
 */
public final class Workspace {

    private static final String UNFINISHED = ".unfinished";
    private static final String APP = "app";

    private final Path root;

    /** @param root the folder that holds all copies; made when first needed */
    public Workspace(Path root) {
        this.root = root;
    }

    /**
     * Copies the deployment's code and model, or finds the copy that an earlier run has finished.
     *
     * @throws EngineException naming the file that cannot be copied and why
     */
    public UnpackedFiles unpack(DeploymentSpec spec, long generation) {
        var folder = folderOf(spec.id()).resolve(Long.toString(generation));
        try {
            if (!Files.isDirectory(folder)) {
                copyInto(folder, spec);
            }
        } catch (IOException e) {
            throw new EngineException(cannotCopy(spec, e), e);
        }
        return new UnpackedFiles(folder.resolve(APP), spec.code().script(), modelFolder(folder, spec.model()));
    }

    /** The generation's own copy of its code; empty if it has not been unpacked. */
    public Optional<Path> code(DeploymentId id, long generation) {
        return Optional.of(folderOf(id).resolve(Long.toString(generation)).resolve(APP))
                .filter(Files::isDirectory);
    }

    /** Whether the files of this generation have been unpacked already. */
    public boolean holds(DeploymentId id, long generation) {
        return Files.isDirectory(folderOf(id).resolve(Long.toString(generation)));
    }

    /** Of which deployments there are files, finished or not, whichever run has left them. */
    public List<DeploymentId> deployments() {
        return foldersIn(root).stream()
                .filter(endpoint -> EndpointName.problems(nameOf(endpoint)).isEmpty())
                .flatMap(endpoint -> foldersIn(endpoint).stream()
                        .filter(deployment ->
                                DeploymentName.problems(nameOf(deployment)).isEmpty())
                        .map(deployment -> new DeploymentId(
                                new EndpointName(nameOf(endpoint)), new DeploymentName(nameOf(deployment)))))
                .toList();
    }

    private static String nameOf(Path folder) {
        return folder.getFileName().toString();
    }

    private static List<Path> foldersIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder cannot be read: " + folder, e);
        }
    }

    /** Of which generations of the deployment there are files, finished or not. */
    public Set<Long> generations(DeploymentId id) {
        return foldersIn(folderOf(id)).stream()
                .map(folder -> nameOf(folder).replace(UNFINISHED, ""))
                .filter(name -> name.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Deletes one generation of the deployment. */
    public void remove(DeploymentId id, long generation) {
        try {
            TreeRemoval.remove(folderOf(id).resolve(Long.toString(generation)));
            TreeRemoval.remove(folderOf(id).resolve(generation + UNFINISHED));
        } catch (IOException e) {
            throw notDeleted(id, e);
        }
    }

    /** Deletes every generation of the deployment. */
    public void remove(DeploymentId id) {
        try {
            TreeRemoval.remove(folderOf(id));
            removeIfEmpty(folderOf(id).getParent());
        } catch (IOException e) {
            throw notDeleted(id, e);
        }
    }

    private EngineException notDeleted(DeploymentId id, IOException e) {
        return new EngineException(
                Problem.of(
                        Problem.Code.INTERNAL,
                        id.toString(),
                        "its files in " + folderOf(id) + " could not be deleted: " + e.getMessage(),
                        "delete the folder by hand"),
                e);
    }

    /** Copies beside the final place and renames at the end, so that a crash leaves all or nothing. */
    private void copyInto(Path folder, DeploymentSpec spec) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + UNFINISHED);
        TreeRemoval.remove(unfinished);
        make(unfinished);
        if (spec.code() instanceof CodeSource.Folder code) {
            TreeCopy.copy(Path.of(code.folder()), unfinished.resolve(APP));
        } else {
            Files.createDirectories(unfinished.resolve(APP));
        }
        tellCollections(unfinished.resolve(APP), spec.collection());
        var models = modelFolder(unfinished, spec.model());
        Files.createDirectories(models);
        if (spec.model() instanceof ModelSource.Files files) {
            var source = Path.of(files.path());
            TreeCopy.link(source, models.resolve(source.getFileName()));
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What the cloud's package reads in its local mode to know which collections the script is to fill. Code that comes
     * from another version may have that one's.
     */
    private static void tellCollections(Path app, DataCollection wanted) throws IOException {
        var theirs = wanted.ofScripts();
        var file = app.resolve(CloudVariables.COLLECTIONS);
        if (theirs.collections().isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ScriptCollections.json(theirs));
        }
    }

    /** Not at once with {@link #removeIfEmpty}, which could take away the endpoint's folder in between. */
    private synchronized void make(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    private synchronized void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException others) {
            // Another deployment of the endpoint has its files there.
        }
    }

    /** As in the cloud: {@code azureml-models/<name>/<version>} (reference 4.2). */
    private static Path modelFolder(Path folder, ModelSource model) {
        var models = folder.resolve("models");
        return model instanceof ModelSource.Files files
                ? models.resolve(files.name()).resolve(files.version())
                : models.resolve("none").resolve("1");
    }

    private Path folderOf(DeploymentId id) {
        return root.resolve(id.endpoint().folded()).resolve(id.deployment().folded());
    }

    private static Problem cannotCopy(DeploymentSpec spec, IOException e) {
        return Problem.of(
                Problem.Code.BAD_VALUE,
                spec.id().toString(),
                "its files could not be copied: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                "see that the model and code paths can be read and that the disk has room");
    }
}

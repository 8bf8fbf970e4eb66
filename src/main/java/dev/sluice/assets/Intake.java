package dev.sluice.assets;

import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.Problem;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.hash.Sha256;
import dev.sluice.manifest.CanonicalYaml;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Takes in what a definition names: from then on the user's own files may change. Blocks on the disk; safe from any thread. */
public final class Intake {

    private static final String CONTEXT = "context";
    private static final String CODE = "code";
    private static final int MOST_CONDA_BYTES = 1 << 20;

    private final Library library;

    public Intake(Library library) {
        this.library = library;
    }

    /**
     * Copies the definition's files, reads its conda file, and says what the whole is.
     *
     * @throws AssetException naming the file that cannot be taken in, and why
     */
    public Draft take(AssetDefinition definition) {
        return take(definition, Onlooker.NOBODY);
    }

    /**
     * The same, before the eyes of somebody who may stop it.
     *
     * @throws java.util.concurrent.CancellationException if the onlooker wants it no more; nothing of it stays
     */
    public Draft take(AssetDefinition definition, Onlooker onlooker) {
        onlooker.mayGoOn();
        if (definition instanceof ModelDefinition model) {
            return model(model, onlooker);
        } else if (definition instanceof CodeDefinition code) {
            return code(code, onlooker);
        }
        return environment((EnvironmentDefinition) definition, onlooker);
    }

    /** Whatever the folder is called, the same files are the same code. */
    private Draft code(CodeDefinition code, Onlooker onlooker) {
        try {
            var kept = library.keep(AssetKind.CODE, Path.of(code.path()), CODE, onlooker);
            return new Draft(code, new Asset.Content(kept.folder(), kept.folder(), kept.bytes()), List.of(kept));
        } catch (IOException e) {
            throw notTaken(AssetKind.CODE.key(), "the code in " + code.path(), e);
        }
    }

    private Draft model(ModelDefinition model, Onlooker onlooker) {
        try {
            var source = Path.of(model.path());
            var kept = library.keep(AssetKind.MODEL, source, nameOf(source), onlooker);
            var hash = Sha256.of(Stream.of(kept.folder(), model.type().wireName()));
            return new Draft(model, new Asset.Content(hash, kept.folder(), kept.bytes()), List.of(kept));
        } catch (IOException e) {
            throw notTaken("model.path", "the model in " + model.path(), e);
        }
    }

    private Draft environment(EnvironmentDefinition environment, Onlooker onlooker) {
        var source = environment.source();
        if (source instanceof EnvironmentSource.Build build) {
            return build(environment, build, onlooker);
        } else if (source instanceof EnvironmentSource.Conda conda) {
            return conda(environment, conda);
        } else if (source instanceof EnvironmentSource.Image image) {
            var hash = Sha256.of(Stream.of("image", image.image(), text(image.routes())));
            return new Draft(environment, new Asset.Content(hash, "", 0), List.of());
        }
        throw new IllegalStateException("unknown environment " + source);
    }

    private Draft build(EnvironmentDefinition environment, EnvironmentSource.Build build, Onlooker onlooker) {
        try {
            var kept = library.keep(AssetKind.ENVIRONMENT, Path.of(build.folder()), CONTEXT, onlooker);
            var hash = Sha256.of(Stream.of("build", kept.folder(), build.dockerfile(), text(build.routes())));
            return new Draft(environment, new Asset.Content(hash, kept.folder(), kept.bytes()), List.of(kept));
        } catch (IOException e) {
            throw notTaken("environment.build.path", "the folder " + build.folder(), e);
        }
    }

    /** However the packages are written, in a file or inline, the same packages are the same environment. */
    private static Draft conda(EnvironmentDefinition environment, EnvironmentSource.Conda conda) {
        var packages = conda.packages() instanceof CondaFile.At file ? read(file) : conda.packages();
        var yaml = ((CondaFile.Inline) packages).yaml();
        var hash = Sha256.of(Stream.of("conda", conda.image(), CanonicalYaml.of(yaml), text(conda.routes())));
        var frozen = new EnvironmentDefinition(
                environment.name(),
                environment.version(),
                new EnvironmentSource.Conda(conda.image(), packages, conda.routes()),
                environment.labels(),
                environment.cloud());
        long bytes = yaml.getBytes(StandardCharsets.UTF_8).length;
        return new Draft(frozen, new Asset.Content(hash, "", bytes), List.of());
    }

    private static CondaFile.Inline read(CondaFile.At file) {
        try {
            if (Files.size(Path.of(file.path())) > MOST_CONDA_BYTES) {
                throw new IOException("it is larger than 1 MiB");
            }
            return new CondaFile.Inline(Files.readString(Path.of(file.path())));
        } catch (CharacterCodingException e) {
            throw notTaken("environment.conda_file", file.path(), new IOException("it is not UTF-8 text", e));
        } catch (IOException e) {
            throw notTaken("environment.conda_file", file.path(), e);
        }
    }

    private static String text(ServingRoutes routes) {
        return routes.toString();
    }

    private static String nameOf(Path source) throws IOException {
        var name = source.getFileName();
        if (name == null) {
            throw new IOException("the whole disk is no model");
        }
        return name.toString();
    }

    private static AssetException notTaken(String path, String what, IOException e) {
        return new AssetException(
                Problem.of(Problem.Code.BAD_VALUE, path, what + " could not be copied: " + why(e), remedy(e)), e);
    }

    /** For people, with the file that it is about. */
    public static String why(IOException e) {
        if (e instanceof NoSuchFileException gone) {
            return gone.getFile() + " is not there";
        } else if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read";
        } else if (e instanceof FileSystemLoopException loop) {
            return loop.getFile() + " is a link to a folder that it is in";
        } else if (e instanceof FileSystemException failed) {
            return failed.getFile() + ": " + reason(failed);
        }
        return String.valueOf(e.getMessage());
    }

    /** The system tells none of what has an exception of its own. */
    public static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }

    private static String remedy(IOException e) {
        if (e instanceof Room.NoRoom) {
            return "make room on the disk that has Sluice's state folder, or move that folder to a larger one, and try again";
        } else if (e instanceof Unwritable) {
            return "see that Sluice's state folder can be written to and that its disk is neither full nor read-only, and"
                    + " try again";
        } else if (e instanceof FileSystemLoopException) {
            return "take the link out, or name the folder that it leads to";
        } else if (e instanceof NoSuchFileException) {
            return "see that the path is right and that nothing moves its files while they are copied";
        } else if (e instanceof AccessDeniedException) {
            return "give the user who runs Sluice the right to read it";
        }
        return "see that it can be read, and try again";
    }
}

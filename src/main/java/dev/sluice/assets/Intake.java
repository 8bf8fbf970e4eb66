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
import java.nio.file.Files;
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
        if (definition instanceof ModelDefinition model) {
            return model(model);
        } else if (definition instanceof CodeDefinition code) {
            return code(code);
        }
        return environment((EnvironmentDefinition) definition);
    }

    /** Whatever the folder is called, the same files are the same code. */
    private Draft code(CodeDefinition code) {
        try {
            var kept = library.keep(AssetKind.CODE, Path.of(code.path()), CODE);
            return new Draft(code, new Asset.Content(kept.folder(), kept.folder(), kept.bytes()), List.of(kept));
        } catch (IOException e) {
            throw notTaken(AssetKind.CODE.key(), "the code in " + code.path(), e);
        }
    }

    private Draft model(ModelDefinition model) {
        try {
            var source = Path.of(model.path());
            var kept = library.keep(AssetKind.MODEL, source, nameOf(source));
            var hash = Sha256.of(Stream.of(kept.folder(), model.type().wireName()));
            return new Draft(model, new Asset.Content(hash, kept.folder(), kept.bytes()), List.of(kept));
        } catch (IOException e) {
            throw notTaken("model.path", "the model in " + model.path(), e);
        }
    }

    private Draft environment(EnvironmentDefinition environment) {
        var source = environment.source();
        if (source instanceof EnvironmentSource.Build build) {
            return build(environment, build);
        } else if (source instanceof EnvironmentSource.Conda conda) {
            return conda(environment, conda);
        } else if (source instanceof EnvironmentSource.Image image) {
            var hash = Sha256.of(Stream.of("image", image.image(), text(image.routes())));
            return new Draft(environment, new Asset.Content(hash, "", 0), List.of());
        }
        throw new IllegalStateException("unknown environment " + source);
    }

    private Draft build(EnvironmentDefinition environment, EnvironmentSource.Build build) {
        try {
            var kept = library.keep(AssetKind.ENVIRONMENT, Path.of(build.folder()), CONTEXT);
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
                Problem.of(
                        Problem.Code.BAD_VALUE,
                        path,
                        what + " could not be copied: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                        "see that it is there and can be read, and that the disk has room"),
                e);
    }
}

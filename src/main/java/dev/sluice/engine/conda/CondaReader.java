package dev.sluice.engine.conda;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads conda files. What is wrong in one is told with its line. */
public final class CondaReader {

    /** A list of packages has some hundred lines when a tool has written it; this leaves room for ten times that. */
    private static final int MOST_BYTES = 1 << 18;

    private static final int DEEPEST = 10;
    private static final int MOST_ALIASES = 20;

    private CondaReader() {}

    /** @throws EngineException if it cannot be read, or asks for something that no conda file can */
    public static CondaRequest read(CondaFile file) {
        if (file instanceof CondaFile.At at) {
            return read(textOf(Path.of(at.path())), at.path());
        }
        return read(((CondaFile.Inline) file).yaml(), "");
    }

    private static CondaRequest read(String text, String file) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setMergeOnCompose(true);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return new CondaSections(file).read(mapping);
            }
            throw refused(
                    new Place(file, 1, 1), "the conda file has no 'dependencies:'", "list the packages under that key");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var place =
                    mark == null ? new Place(file, 1, 1) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
            throw refused(
                    place, "the conda file is no YAML: " + e.getProblem(), "compare the line with the one above it");
        } catch (YAMLException e) {
            throw refused(new Place(file, 1, 1), String.valueOf(e.getMessage()), "keep the conda file plain and flat");
        }
    }

    private static String textOf(Path path) {
        var place = new Place(path.toString(), 1, 1);
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw refused(
                        place, "the conda file is larger than 256 KiB", "choose the file that lists the packages");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(place, "the conda file is not UTF-8 text", "save it as UTF-8");
        } catch (NoSuchFileException e) {
            throw refused(place, "there is no conda file " + path, "put it there, or correct conda_file");
        } catch (IOException e) {
            throw refused(place, "the conda file cannot be read: " + e.getMessage(), "see that this user may read it");
        }
    }

    static EngineException refused(Place place, String message, String remedy) {
        return new EngineException(Problem.of(Problem.Code.BAD_VALUE, "environment.conda_file", message, remedy)
                .at(place));
    }
}

package dev.sluice.manifest;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The text of a file, not yet understood.
 *
 * @param file what problems call the file
 * @param folder what relative paths in it start from
 */
record YamlText(String file, Path folder, String text) {

    /** A manifest has some forty lines; this leaves room for anything a person writes and none for an attack. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;

    private static final String STORED = "stored manifest";

    /** Stored manifests hold absolute paths only, so nothing is ever resolved against this. */
    static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

    /** What was written here and is read back. */
    static YamlText stored(String text) {
        return new YamlText(STORED, ROOT, text);
    }

    static Decoded<YamlText> read(Path path) {
        var file = path.toString();
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return refused(file, Problem.Code.BAD_VALUE, "the file is larger than 1 MiB", "choose a YAML file");
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Decoded.Value<>(new YamlText(file, folderOf(path), text.toString()));
        } catch (CharacterCodingException e) {
            return refused(file, Problem.Code.SYNTAX, "the file is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            return Files.exists(path)
                    ? refused(file, Problem.Code.NOT_FOUND, "the file cannot be read", "choose a readable YAML file")
                    : refused(file, Problem.Code.NOT_FOUND, "there is no such file", "correct the path");
        }
    }

    /** The outermost mapping, with the place of everything in it. Aliases are followed, {@code <<} is merged. */
    Decoded<MappingNode> compose() {
        if (text.length() > MOST_BYTES) {
            return refused(file, Problem.Code.BAD_VALUE, "the text is larger than 1 MiB", "shorten it");
        }
        try {
            return mapping(new Yaml(options()).compose(new StringReader(withoutByteOrderMark())));
        } catch (MarkedYAMLException e) {
            var context = e.getContext() == null ? "" : e.getContext() + ", ";
            var place = Findings.place(file, e.getProblemMark());
            return refused(place, Problem.Code.SYNTAX, context + e.getProblem(), remedyFor(e.getProblem()));
        } catch (YAMLException e) {
            return refused(file, Problem.Code.SYNTAX, String.valueOf(e.getMessage()), "keep the file plain and flat");
        }
    }

    /** The keys and values of what was written here. */
    Map<String, Object> keys() {
        if (compose() instanceof Decoded.Value<MappingNode> root) {
            return NodeJson.keys(NodeJson.of(root.value()));
        }
        throw new IllegalArgumentException("not what was written here: " + Spelling.abridged(text));
    }

    private Decoded<MappingNode> mapping(@Nullable Node root) {
        if (root == null) {
            return refused(file, Problem.Code.SYNTAX, "the file is empty", "start with 'name: ...'");
        }
        return root instanceof MappingNode mapping
                ? new Decoded.Value<>(mapping)
                : refused(
                        Findings.place(file, root.getStartMark()),
                        Problem.Code.SYNTAX,
                        "the file must be a list of 'key: value' lines",
                        "start with 'name: ...'");
    }

    private String withoutByteOrderMark() {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setMergeOnCompose(true);
        return options;
    }

    private static String remedyFor(String problem) {
        return problem.contains("TAB") ? "indent with spaces" : "compare the line with the one above it";
    }

    private static Path folderOf(Path path) {
        return path.toAbsolutePath().resolveSibling("").normalize();
    }

    private static <T> Decoded<T> refused(String file, Problem.Code code, String message, String remedy) {
        return refused(new Place(file, 1, 1), code, message, remedy);
    }

    private static <T> Decoded<T> refused(Place place, Problem.Code code, String message, String remedy) {
        return new Decoded.Rejected<>(List.of(new Problem(code, "", message, remedy, place)));
    }
}

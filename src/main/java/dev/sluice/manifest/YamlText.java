package dev.sluice.manifest;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.StringReader;
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
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The text of a file, not yet understood.
 *
 * @param file what problems call the file
 * @param folder what relative paths in it start from
 */
record YamlText(String file, Path folder, String text) {

    /** A manifest has some forty lines; this leaves room for anything a person writes and none for an attack. */
    static final int MOST_BYTES = 1 << 20;

    /** The library takes the square of a line's length in time. */
    private static final int LONGEST_LINE = 100_000;

    private static final int MOST_ALIASES = 20;

    private static final String STORED = "stored manifest";

    /** Stored manifests hold absolute paths only, so nothing is ever resolved against this. */
    static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

    /** What was written here and is read back. */
    static YamlText stored(String text) {
        return new YamlText(STORED, ROOT, text);
    }

    /** The outermost mapping, with the place of everything in it. Aliases are followed, {@code <<} is merged. */
    Decoded<MappingNode> compose() {
        if (text.length() > MOST_BYTES) {
            return refused(file, Problem.Code.BAD_VALUE, "the text is larger than 1 MiB", "shorten it");
        }
        var lines = withoutByteOrderMark().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > LONGEST_LINE) {
                var place = new Place(file, i + 1, 1);
                return refused(
                        place,
                        Problem.Code.SYNTAX,
                        "the line is longer than " + LONGEST_LINE + " characters",
                        "break it");
            }
        }
        try {
            return composed();
        } catch (MarkedYAMLException e) {
            var context = e.getContext() == null ? "" : e.getContext() + ", ";
            var place = Findings.place(file, e.getProblemMark());
            return refused(place, Problem.Code.SYNTAX, context + e.getProblem(), remedyFor(e.getProblem()));
        } catch (ReaderException e) {
            var place = placeOf(text.offsetByCodePoints(0, e.getPosition()));
            return refused(place, Problem.Code.SYNTAX, "this character cannot stand in a file", "remove it");
        } catch (YAMLException e) {
            return refused(file, Problem.Code.SYNTAX, String.valueOf(e.getMessage()), "keep the file plain and flat");
        }
    }

    private Decoded<MappingNode> composed() {
        var yaml = new Yaml(options());
        var fault = Nesting.fault(yaml.parse(new StringReader(withoutByteOrderMark())));
        return fault.isPresent()
                ? refused(
                        Findings.place(file, fault.get().mark()),
                        Problem.Code.SYNTAX,
                        fault.get().message(),
                        fault.get().remedy())
                : mapping(yaml.compose(new StringReader(withoutByteOrderMark())));
    }

    private Place placeOf(int offset) {
        int line =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Place(file, line + 1, offset - text.lastIndexOf('\n', offset - 1));
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
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setMergeOnCompose(true);
        // Nothing is ever made of a tag here; Shape refuses it with a better reason.
        options.setTagInspector(tag -> true);
        return options;
    }

    private static String remedyFor(String problem) {
        return problem.contains("TAB") ? "indent with spaces" : "compare the line with the one above it";
    }

    private static <T> Decoded<T> refused(String file, Problem.Code code, String message, String remedy) {
        return refused(new Place(file, 1, 1), code, message, remedy);
    }

    private static <T> Decoded<T> refused(Place place, Problem.Code code, String message, String remedy) {
        return new Decoded.Rejected<>(List.of(new Problem(code, "", message, remedy, place)));
    }
}

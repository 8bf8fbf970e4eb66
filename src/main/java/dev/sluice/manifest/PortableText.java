package dev.sluice.manifest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The text of a manifest for a file in a certain folder. Paths that lead into that folder start from it, so that file and
 * folder can be taken elsewhere together, to another computer or to the cloud's client; others are absolute. All else stays
 * as it is written, comments too.
 *
 * @param outside where paths lead that are not in that folder
 */
public record PortableText(String text, List<Path> outside) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The keys of deployments, models and environments that hold paths; what starts from another path is none. */
    private static final Set<String> PATHS = Set.of(
            "model.path",
            "code_configuration.code",
            "environment.conda_file",
            "environment.build.path",
            "path",
            "conda_file",
            "build.path");

    public PortableText {
        outside = List.copyOf(outside);
    }

    /**
     * A text that cannot be read stays as it is.
     *
     * @param from what its relative paths start from now
     * @param folder what they are to start from
     */
    public static PortableText of(String text, Path from, Path folder) {
        var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        return new YamlText("", from, plain).compose() instanceof Decoded.Value<MappingNode> root
                ? new Moving(absolute(from), absolute(folder)).moved(plain, root.value())
                : new PortableText(plain, List.of());
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /** From one folder to another. */
    private record Moving(Path from, Path folder) {

        /** From the end to the beginning, so that places stay right. */
        PortableText moved(String text, MappingNode root) {
            var scalars = new TreeMap<Integer, ScalarNode>(Comparator.reverseOrder());
            collect("", root, scalars);
            var moved = new StringBuilder(text);
            var outside = new ArrayList<Path>();
            scalars.forEach((start, scalar) -> target(scalar).ifPresent(target -> {
                int begin = text.offsetByCodePoints(0, start);
                int end = text.offsetByCodePoints(0, scalar.getEndMark().getIndex());
                moved.replace(begin, end, written(told(target), scalar.getScalarStyle()));
                if (!target.startsWith(folder)) {
                    outside.add(0, target);
                }
            }));
            return new PortableText(moved.toString(), outside);
        }

        private static void collect(String above, MappingNode keys, TreeMap<Integer, ScalarNode> scalars) {
            for (var entry : keys.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    var path = above.isEmpty() ? key.getValue() : above + "." + key.getValue();
                    if (entry.getValueNode() instanceof MappingNode below) {
                        collect(path, below, scalars);
                    } else if (entry.getValueNode() instanceof ScalarNode value && PATHS.contains(path)) {
                        scalars.put(value.getStartMark().getIndex(), value);
                    }
                }
            }
        }

        private Optional<Path> target(ScalarNode scalar) {
            try {
                boolean isPath = !scalar.getValue().isBlank() && !LocalFile.isAddress(scalar.getValue());
                return isPath ? Optional.of(from.resolve(scalar.getValue()).normalize()) : Optional.empty();
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        private String told(Path target) {
            if (target.equals(folder)) {
                return ".";
            }
            return target.startsWith(folder) ? "./" + folder.relativize(target) : target.toString();
        }

        private static String written(String path, ScalarStyle style) {
            if (style == ScalarStyle.DOUBLE_QUOTED) {
                return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            }
            return style == ScalarStyle.PLAIN && path.matches("[\\w./@+~-]+")
                    ? path
                    : "'" + path.replace("'", "''") + "'";
        }
    }
}

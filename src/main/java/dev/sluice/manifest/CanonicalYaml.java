package dev.sluice.manifest;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One spelling for all YAML texts that say the same: comments, blanks, quotes and the order of keys do not count. */
public final class CanonicalYaml {

    /** An anchor; what it stands for may contain itself, or grow without bounds when it is spelled out. */
    private static final Pattern ANCHOR = Pattern.compile("(?m)(?:^|[\\s\\[{,:-])&\\S");

    private CanonicalYaml() {}

    /** The spelling; a text that is no YAML, or has anchors in it, is its own. */
    public static String of(String yaml) {
        return !ANCHOR.matcher(yaml).find()
                        && new YamlText("", Path.of(""), yaml).compose() instanceof Decoded.Value<MappingNode> root
                ? spelled(root.value())
                : yaml;
    }

    private static String spelled(Node node) {
        if (node instanceof MappingNode mapping) {
            var keys = new TreeMap<String, String>();
            mapping.getValue().forEach(tuple -> keys.put(spelled(tuple.getKeyNode()), spelled(tuple.getValueNode())));
            return keys.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(joining(",", "{", "}"));
        } else if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(CanonicalYaml::spelled).collect(joining(",", "[", "]"));
        }
        var text = ((ScalarNode) node).getValue();
        return text.length() + "'" + text + "'";
    }
}

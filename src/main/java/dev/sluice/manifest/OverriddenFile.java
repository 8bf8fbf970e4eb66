package dev.sluice.manifest;

import java.util.ArrayList;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Puts values from beside a file into it before anything is checked. What was put in has no place in the file. */
final class OverriddenFile {

    private OverriddenFile() {}

    static MappingNode of(MappingNode file, Overrides overrides) {
        var merged = file;
        for (var override : overrides.values().entrySet()) {
            merged = with(merged, override.getKey(), override.getValue());
        }
        return merged;
    }

    private static MappingNode with(MappingNode mapping, String path, String text) {
        int dot = path.indexOf('.');
        var key = dot < 0 ? path : path.substring(0, dot);
        var entries = new ArrayList<>(mapping.getValue());
        entries.removeIf(entry -> isKey(entry.getKeyNode(), key));
        entries.add(new NodeTuple(
                scalar(key), dot < 0 ? scalar(text) : with(below(mapping, key), path.substring(dot + 1), text)));
        return new MappingNode(
                mapping.getTag(), true, entries, mapping.getStartMark(), mapping.getEndMark(), FlowStyle.BLOCK);
    }

    private static MappingNode below(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(entry -> isKey(entry.getKeyNode(), key))
                .map(NodeTuple::getValueNode)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .findFirst()
                .orElseGet(() -> new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK));
    }

    private static boolean isKey(Node node, String key) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(key);
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.PLAIN);
    }
}

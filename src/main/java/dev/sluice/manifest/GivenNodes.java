package dev.sluice.manifest;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes parts of a file of values that were typed beside it. They bear no marks, since they stand nowhere. */
final class GivenNodes {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /** As JSON and as Python write them: the cloud's client takes either. */
    private static final Map<String, ScalarNode> WORDS = Map.of(
            "true", scalar(Tag.BOOL, "true"),
            "True", scalar(Tag.BOOL, "true"),
            "false", scalar(Tag.BOOL, "false"),
            "False", scalar(Tag.BOOL, "false"),
            "null", scalar(Tag.NULL, "null"),
            "None", scalar(Tag.NULL, "null"));

    private GivenNodes() {}

    static Node of(Edit.Given given) {
        if (given instanceof Edit.Given.Keys keys) {
            var entries = new ArrayList<NodeTuple>();
            keys.texts().forEach((key, text) -> entries.add(new NodeTuple(text(key), text(text))));
            return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
        }
        return given instanceof Edit.Given.Json json ? json(json.text()) : text(((Edit.Given.Text) given).text());
    }

    static ScalarNode text(String text) {
        return scalar(Tag.STR, text);
    }

    private static Node json(String text) {
        var typed = text.strip();
        if (WORDS.containsKey(typed)) {
            return WORDS.get(typed);
        }
        if (NUMBER.matcher(typed).matches()) {
            return scalar(typed.matches("-?[0-9]+") ? Tag.INT : Tag.FLOAT, typed);
        }
        return Literal.isOne(typed) ? composed(typed, text) : text(text);
    }

    /** YAML holds JSON, and Python's lists and dictionaries of plain values too; but for their word for nothing. */
    private static Node composed(String typed, String otherwise) {
        try {
            var yaml = new Yaml(new LoaderOptions());
            return Nesting.fault(yaml.parse(new StringReader(typed))).isPresent()
                    ? text(otherwise)
                    : unmarked(yaml.compose(new StringReader(typed)));
        } catch (YAMLException none) {
            return text(otherwise);
        }
    }

    private static Node unmarked(Node node) {
        if (node instanceof MappingNode mapping) {
            var entries = new ArrayList<NodeTuple>();
            mapping.getValue()
                    .forEach(entry ->
                            entries.add(new NodeTuple(unmarked(entry.getKeyNode()), unmarked(entry.getValueNode()))));
            return new MappingNode(mapping.getTag(), entries, FlowStyle.BLOCK);
        }
        if (node instanceof SequenceNode sequence) {
            var items = new ArrayList<Node>();
            sequence.getValue().forEach(item -> items.add(unmarked(item)));
            return new SequenceNode(sequence.getTag(), items, FlowStyle.BLOCK);
        }
        var leaf = (ScalarNode) node;
        return leaf.getScalarStyle() == ScalarStyle.PLAIN && leaf.getValue().equals("None")
                ? WORDS.get("None")
                : scalar(leaf.getTag(), leaf.getValue());
    }

    private static ScalarNode scalar(Tag tag, String text) {
        return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
    }
}

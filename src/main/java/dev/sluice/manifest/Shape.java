package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Looks at a file as a whole before anyone asks what it means: it must be of a bounded size, made of plain values,
 * with each key once. Whoever reads it afterwards may follow aliases without a thought.
 */
final class Shape {

    /** Values that a file may come to once its aliases are followed. */
    private static final int MOST_VALUES = 20_000;

    private static final long MOST_CHARACTERS = 4L << 20;

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ, Tag.TIMESTAMP, Tag.MERGE);

    private final Findings findings;
    private int values;
    private long characters;

    private Shape(Findings findings) {
        this.findings = findings;
    }

    /** Whether {@code root}, which has no loops, can be read further; smaller faults are noted, and what has them can be read as plain. */
    static boolean isBounded(Node root, Findings findings) {
        return new Shape(findings).visit("", root);
    }

    private boolean visit(String path, Node node) {
        if (++values > MOST_VALUES || (characters += lengthOf(node)) > MOST_CHARACTERS) {
            refuse(
                    path,
                    node,
                    "the file unfolds to more than " + MOST_VALUES + " values or 4 MiB of text",
                    "use fewer aliases, or shorten it");
            return false;
        }
        makePlain(path, node);
        return node instanceof MappingNode mapping
                ? visitEntries(path, mapping)
                : !(node instanceof SequenceNode sequence) || visitItems(path, sequence);
    }

    private boolean visitItems(String path, SequenceNode sequence) {
        for (int i = 0; i < sequence.getValue().size(); i++) {
            if (!visit(path + "[" + i + "]", sequence.getValue().get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean visitEntries(String path, MappingNode mapping) {
        var seen = new HashMap<String, Node>();
        for (var entry : mapping.getValue()) {
            var key = key(path, entry, seen);
            if (!visit(path.isEmpty() ? key : path + "." + key, entry.getValueNode())) {
                return false;
            }
        }
        return true;
    }

    private String key(String path, NodeTuple entry, Map<String, Node> seen) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            refuse(path, entry.getKeyNode(), "a key must be a single word", "write 'key: value'");
            return "";
        }
        var name = Spelling.abridged(key.getValue());
        var earlier = seen.putIfAbsent(key.getValue(), key);
        if (earlier != null) {
            refuse(
                    path.isEmpty() ? name : path + "." + name,
                    key,
                    "'" + name + "' stands here twice, first at " + findings.placeOf(earlier),
                    "keep one of the two");
        }
        return name;
    }

    /** A tag would have a reader make something other than a plain value of it; here nothing is ever made of one. */
    private void makePlain(String path, Node node) {
        if (PLAIN.contains(node.getTag())) {
            return;
        }
        refuse(
                path,
                node,
                "the tag '" + Spelling.abridged(node.getTag().getValue()) + "' is not for these files",
                "remove it; values are plain texts, numbers, lists and keys");
        node.setTag(node instanceof MappingNode ? Tag.MAP : node instanceof SequenceNode ? Tag.SEQ : Tag.STR);
    }

    private static int lengthOf(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().length() : 0;
    }

    private void refuse(String path, Node where, String message, String remedy) {
        findings.problem(Problem.Code.SYNTAX, path, where, message, remedy);
    }
}

package dev.sluice.engine.conda;

import dev.sluice.domain.Place;
import dev.sluice.engine.EngineException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes a request from the sections of one conda file. */
final class CondaSections {

    private final String file;
    private final List<String> channels = new ArrayList<>();
    private final List<CondaPackage> packages = new ArrayList<>();
    private final List<PipLine> pip = new ArrayList<>();
    private final TreeMap<String, String> variables = new TreeMap<>();

    /** @param file what problems call it; empty for what stands in the deployment's own file */
    CondaSections(String file) {
        this.file = file;
    }

    CondaRequest read(MappingNode root) {
        var seen = new HashSet<String>();
        for (var entry : root.getValue()) {
            var key = text(entry.getKeyNode(), "a key");
            if (!seen.add(key)) {
                throw refused(entry.getKeyNode(), "'" + key + "' stands there twice", "join the two");
            }
            section(key, entry.getValueNode());
        }
        if (!seen.contains("dependencies")) {
            throw refused(root, "the conda file has no 'dependencies:'", "list the packages under that key");
        }
        return new CondaRequest(channels, packages, pip, variables);
    }

    /** What conda itself does not look at is not looked at here either. */
    private void section(String key, Node value) {
        switch (key) {
            case "channels" -> items(value, "channels").forEach(item -> channels.add(text(item, "a channel")));
            case "dependencies" -> items(value, "dependencies").forEach(this::dependency);
            case "variables" -> variables(value);
            default -> {}
        }
    }

    private void dependency(Node item) {
        if (item instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::installer);
        } else {
            var text = text(item, "a package");
            packages.add(CondaPackage.parse(text, place(item))
                    .orElseThrow(() -> refused(
                            item, "'" + text + "' is no package as conda names one", "write it like numpy=1.26")));
        }
    }

    private void installer(NodeTuple entry) {
        var name = text(entry.getKeyNode(), "a key");
        if (!name.equals("pip")) {
            throw refused(
                    entry.getKeyNode(),
                    "'" + name + ":' is no installer that conda knows",
                    "packages of pip's go under 'pip:', all others into the list itself");
        }
        items(entry.getValueNode(), "pip")
                .forEach(item -> pip.add(new PipLine(text(item, "a requirement").strip(), place(item))));
    }

    private void variables(Node value) {
        if (isNothing(value)) {
            return;
        }
        if (!(value instanceof MappingNode mapping)) {
            throw refused(value, "'variables' is no list of 'NAME: value' lines", "write it as one");
        }
        for (var entry : mapping.getValue()) {
            if (!(entry.getValueNode() instanceof ScalarNode scalar)) {
                throw refused(entry.getValueNode(), "a variable's value is a plain text", "write it as one");
            }
            variables.put(text(entry.getKeyNode(), "a name"), isNothing(scalar) ? "" : scalar.getValue());
        }
    }

    private List<Node> items(Node value, String key) {
        if (isNothing(value)) {
            return List.of();
        }
        if (value instanceof SequenceNode list) {
            return list.getValue();
        }
        throw refused(value, "'" + key + "' is no list", "begin each entry on a line of its own with '- '");
    }

    private static boolean isNothing(Node value) {
        return value instanceof ScalarNode && value.getTag().equals(Tag.NULL);
    }

    private String text(Node node, String what) {
        if (node instanceof ScalarNode scalar
                && !isNothing(node)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw refused(node, "there should be " + what, "write a plain text there");
    }

    private EngineException refused(Node at, String message, String remedy) {
        return CondaReader.refused(place(at), message, remedy);
    }

    /** Lines of what stands in a deployment's file are counted from there, which is not known here. */
    private Place place(Node node) {
        var mark = node.getStartMark();
        return file.isEmpty() ? Place.NOWHERE : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}

package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Puts what was given beside a file into it before anything is checked. What was put in has no place in the file. */
final class OverriddenFile {

    /** Why an edit cannot be made. */
    private static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String remedy;

        private Misfit(String message, String remedy) {
            super(message);
            this.remedy = remedy;
        }
    }

    private final Edit edit;
    private final List<KeyPath.Step> steps;

    private OverriddenFile(Edit edit) {
        this.edit = edit;
        this.steps = edit.at().steps();
    }

    /** The file as it is with the edits made, or what is wrong with each of those that cannot be made. */
    static Decoded<MappingNode> of(MappingNode file, Overrides overrides) {
        var problems = new ArrayList<Problem>();
        var merged = file;
        for (var edit : overrides.edits()) {
            try {
                merged = (MappingNode) new OverriddenFile(edit).changed(merged, 0);
            } catch (Misfit misfit) {
                problems.add(
                        Problem.of(Problem.Code.BAD_VALUE, edit.at().toString(), misfit.getMessage(), misfit.remedy));
            }
        }
        return problems.isEmpty() ? new Decoded.Value<>(merged) : new Decoded.Rejected<>(problems);
    }

    /** {@code node}, which the steps before {@code depth} have led to, with the edit made in it. */
    private Node changed(Node node, int depth) {
        var step = steps.get(depth);
        if (step instanceof KeyPath.Step.Key key) {
            return withKey(mapping(node, depth), key.name(), present -> next(present, depth));
        }
        var list = list(node, depth);
        int index = step instanceof KeyPath.Step.Index number
                ? within(list, number.number())
                : matching(list, (KeyPath.Step.Match) step);
        var items = new ArrayList<>(list.getValue());
        var changed = next(Optional.of(items.remove(index)), depth);
        changed.ifPresent(item -> items.add(index, item));
        return new SequenceNode(list.getTag(), true, items, list.getStartMark(), list.getEndMark(), FlowStyle.BLOCK);
    }

    /** What is to stand where the step at {@code depth} leads, given what stands there now; empty if nothing. */
    private Optional<Node> next(Optional<Node> present, int depth) {
        if (depth + 1 < steps.size()) {
            return Optional.of(changed(present.orElseGet(this::noKeys), depth + 1));
        }
        if (edit instanceof Edit.Put put) {
            return Optional.of(GivenNodes.of(put.value()));
        } else if (edit instanceof Edit.Append append) {
            return Optional.of(appended(present, append.items()));
        }
        present.orElseThrow(() -> new Misfit("there is no such key to remove", "look at what there is by 'show'"));
        return Optional.empty();
    }

    private Node appended(Optional<Node> present, List<Edit.Given> added) {
        var items = new ArrayList<>(present.map(node -> list(node, steps.size()))
                .map(SequenceNode::getValue)
                .orElseGet(List::of));
        added.forEach(item -> items.add(GivenNodes.of(item)));
        return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
    }

    private MappingNode mapping(Node node, int depth) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        if (node.getTag().equals(Tag.NULL)) {
            return noKeys();
        }
        throw new Misfit(
                "'" + said(depth) + "' has no keys below it, it is " + words(node),
                node instanceof SequenceNode ? "name an item, such as [0]" : "set '" + said(depth) + "' as a whole");
    }

    private SequenceNode list(Node node, int depth) {
        if (node instanceof SequenceNode sequence) {
            return sequence;
        }
        throw new Misfit("'" + said(depth) + "' is no list but " + words(node), "name a key");
    }

    private MappingNode noKeys() {
        return new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
    }

    /** The first {@code depth} steps. */
    private String said(int depth) {
        return depth == 0 ? "this" : new KeyPath(steps.subList(0, depth)).toString();
    }

    private static String words(Node node) {
        return node instanceof ScalarNode scalar
                ? "'" + Spelling.abridged(scalar.getValue()) + "'"
                : node instanceof SequenceNode ? "a list" : "keys with values below it";
    }

    private static int within(SequenceNode list, int index) {
        if (index < list.getValue().size()) {
            return index;
        }
        throw new Misfit(
                "there is no item [" + index + "], the list has "
                        + list.getValue().size(),
                "count from 0");
    }

    private static int matching(SequenceNode list, KeyPath.Step.Match match) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < list.getValue().size(); i++) {
            if (list.getValue().get(i) instanceof MappingNode item && has(item, match)) {
                found.add(i);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new Misfit(found.size() + " items have " + match, "name one by its number, such as [0]");
    }

    private static boolean has(MappingNode item, KeyPath.Step.Match match) {
        return item.getValue().stream()
                .anyMatch(entry -> isKey(entry.getKeyNode(), match.key())
                        && entry.getValueNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(match.value()));
    }

    private static MappingNode withKey(MappingNode mapping, String key, UnaryOperator<Optional<Node>> change) {
        var entries = new ArrayList<>(mapping.getValue());
        var present = entries.stream()
                .filter(entry -> isKey(entry.getKeyNode(), key))
                .map(NodeTuple::getValueNode)
                .findFirst();
        entries.removeIf(entry -> isKey(entry.getKeyNode(), key));
        change.apply(present).ifPresent(value -> entries.add(new NodeTuple(GivenNodes.text(key), value)));
        return new MappingNode(
                mapping.getTag(), true, entries, mapping.getStartMark(), mapping.getEndMark(), FlowStyle.BLOCK);
    }

    private static boolean isKey(Node node, String key) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(key);
    }
}

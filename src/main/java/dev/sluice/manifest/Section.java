package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys and values at one level of a file. Whoever reads it asks for each key it knows; {@link #finish} then reports
 * the keys that nobody asked for, so the reader is the schema. A key without a value counts as absent.
 */
final class Section {

    private final String path;
    private final Node node;
    private final Findings findings;
    private final Map<String, NodeTuple> unread = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    Section(String path, MappingNode mapping, Findings findings) {
        this.path = path;
        this.node = mapping;
        this.findings = findings;
        mapping.getValue().forEach(this::take);
    }

    Optional<Value> value(String key) {
        known.add(key);
        return unlisted(key);
    }

    /** Whether the key is there and nobody has asked for its value yet. */
    boolean has(String key) {
        return unread.containsKey(key);
    }

    Optional<Value> required(String key) {
        return required(key, "add '" + key + "'");
    }

    Optional<Value> required(String key, String remedy) {
        var value = value(key);
        if (value.isEmpty()) {
            missing(key, remedy);
        }
        return value;
    }

    /** Notes that {@code key} should be here. */
    void missing(String key, String remedy) {
        findings.problem(Problem.Code.MISSING_KEY, pathOf(key), node, "'" + key + "' is missing", remedy);
    }

    Optional<String> text(String key) {
        return value(key).flatMap(Value::text);
    }

    int integer(String key, int least, int most, int otherwise) {
        return value(key).flatMap(value -> value.integer(least, most)).orElse(otherwise);
    }

    /** A map of a user's own keys to single values, which are kept as written. */
    SortedMap<String, String> texts(String key) {
        var texts = new TreeMap<String, String>();
        value(key)
                .flatMap(Value::section)
                .ifPresent(map -> map.each((name, value) -> value.scalar().ifPresent(text -> texts.put(name, text))));
        return texts;
    }

    /** Reads every key here, whatever it is called. */
    void each(Entry reader) {
        unread.forEach((key, entry) -> reader.read(key, new Value(pathOf(key), entry.getValueNode(), findings)));
        unread.clear();
    }

    /** Accepts {@code key} if {@code check} finds nothing wrong in it, keeps it, and says why it does nothing here. */
    void withoutEffect(String key, Consumer<Value> check, String sentence) {
        value(key).ifPresent(value -> {
            check.accept(value);
            value.keep();
            value.notice(sentence);
        });
    }

    /** Accepts {@code key}, whatever it holds, and says why it is not even kept. */
    void dropped(String key, String sentence) {
        value(key).ifPresent(value -> value.notice(sentence));
    }

    /** Refuses a key that belongs elsewhere; it is not among those that a slip is corrected to. */
    void misplaced(String key, String message, String remedy) {
        unlisted(key).ifPresent(value -> value.refuse(Problem.Code.UNKNOWN_KEY, message, remedy));
    }

    void refuse(Problem.Code code, String message, String remedy) {
        findings.problem(code, path, node, message, remedy);
    }

    /** Call when every known key was asked for. */
    void finish() {
        findings.asked(path, known);
        unread.forEach((key, entry) -> findings.problem(
                Problem.Code.UNKNOWN_KEY,
                pathOf(Spelling.abridged(key)),
                entry.getKeyNode(),
                "'" + Spelling.abridged(key) + "' is not a key" + (path.isEmpty() ? " of this file" : " of " + path),
                Spelling.nearest(key, known)
                        .map(meant -> "did you mean '" + meant + "'?")
                        .orElse("remove it")));
    }

    private Optional<Value> unlisted(String key) {
        return Optional.ofNullable(unread.remove(key))
                .map(NodeTuple::getValueNode)
                .filter(value -> !value.getTag().equals(Tag.NULL))
                .map(value -> new Value(pathOf(key), value, findings));
    }

    private void take(NodeTuple entry) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
            unread.put(key.getValue(), entry);
        }
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Reads one key and its value. */
    interface Entry {
        void read(String key, Value value);
    }
}

package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value in a file. It reads itself as what is expected, or notes what it is instead and gives nothing. */
record Value(String path, Node node, Findings findings) {

    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");

    /** Text; a number or a truth value is text only in quotes, as for the cloud's client. */
    Optional<String> text() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)
                ? Optional.of(scalar.getValue())
                : wrong(node instanceof ScalarNode ? "text (put it in quotes)" : "text");
    }

    /** Text with something in it. */
    Optional<String> word() {
        return text().flatMap(text -> text.isBlank() ? wrong("a name") : Optional.of(text));
    }

    /** Any single value, as it is written; nothing written is an empty text. */
    Optional<String> scalar() {
        return node instanceof ScalarNode scalar
                ? Optional.of(node.getTag().equals(Tag.NULL) ? "" : scalar.getValue())
                : wrong("a single value");
    }

    /** A whole number in plain digits. */
    Optional<Integer> integer(int least, int most) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getValue().matches("[-+]?[0-9]{1,18}")) {
            return wrong("a whole number");
        }
        long number = Long.parseLong(scalar.getValue());
        return number >= least && number <= most ? Optional.of((int) number) : outOfRange(least, most);
    }

    /** A number from 0 to 1. */
    Optional<Double> fraction() {
        return node instanceof ScalarNode scalar && scalar.getValue().matches("0?\\.[0-9]{1,30}|[01](\\.0{1,30})?")
                ? Optional.of(Double.parseDouble(scalar.getValue()))
                : wrong("a number from 0 to 1");
    }

    /** A truth value; in quotes too, since the cloud's samples write it so. */
    Optional<Boolean> flag() {
        var word = node instanceof ScalarNode scalar ? scalar.getValue().toLowerCase(Locale.ROOT) : "";
        return TRUE.contains(word) || FALSE.contains(word) ? Optional.of(TRUE.contains(word)) : wrong("true or false");
    }

    /** One of these words, in whatever case. */
    <T> Optional<T> choice(Map<String, T> words) {
        var typed = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        var chosen = Optional.ofNullable(words.get(Spelling.snakeCase(typed)));
        if (chosen.isEmpty()) {
            var meant = Spelling.nearest(typed, words.keySet()).map(word -> "write '" + word + "'");
            expected(
                    "one of "
                            + String.join(", ", words.keySet().stream().sorted().toList()),
                    meant.orElse(""));
        }
        return chosen;
    }

    Optional<Section> section() {
        return node instanceof MappingNode mapping
                ? Optional.of(new Section(path, mapping, findings))
                : wrong("keys with values below it");
    }

    /** All of it, as a file of its own would have it. */
    String yaml() {
        return YamlDump.of(NodeJson.keys(NodeJson.of(node)));
    }

    List<Value> items() {
        if (!(node instanceof SequenceNode sequence)) {
            wrong("a list");
            return List.of();
        }
        var items = new ArrayList<Value>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            items.add(new Value(path + "[" + i + "]", sequence.getValue().get(i), findings));
        }
        return items;
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    void refuse(Problem.Code code, String message, String remedy) {
        findings.problem(code, path, node, message, remedy);
    }

    /** Has it written again as it stands, though nothing here has a use for it. */
    void keep() {
        keep(NodeJson.of(node));
    }

    /** Likewise, as {@code json}, which says the same. */
    void keep(String json) {
        findings.keep(path, json);
    }

    /** Likewise, each single value in it as text: the cloud's client takes no number where it expects one. */
    void keepAsTexts() {
        keep(NodeJson.texts(node));
    }

    void notice(String sentence) {
        findings.notice(path, node, sentence);
    }

    private <T> Optional<T> wrong(String expected) {
        expected(expected, "");
        return Optional.empty();
    }

    private Optional<Integer> outOfRange(int least, int most) {
        var limits = most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
        return wrong("a whole number " + limits);
    }

    private void expected(String what, String remedy) {
        refuse(Problem.Code.BAD_VALUE, "expected " + what + ", found " + found(), remedy);
    }

    private String found() {
        if (node instanceof ScalarNode scalar) {
            return node.getTag().equals(Tag.NULL) ? "nothing" : "'" + Spelling.abridged(scalar.getValue()) + "'";
        }
        return node instanceof SequenceNode ? "a list" : "keys with values below it";
    }
}

package dev.sluice.console.gallery;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

/** Texts of a window in {@link LongTexts} that come from no bundle. Names and other data come from none, and may. */
final class Foreign {

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    /** Names of months, of protocols' answers and of addresses are the same in every language of ours. */
    private static final Pattern EVERYWHERE = Pattern.compile(
            "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d+|\\d{3} [A-Z][A-Za-z ]+|/[\\w./-]+|[a-z]+_model");

    /** Where keys of the keyboard, lines of code, names of files and fields, and the runtime's own sentences stand. */
    private static final Set<String> DATA_STYLES = Set.of(
            "agreement-place",
            "agreement-value",
            "key-cap",
            "accelerator-text",
            "diff-text",
            "engine-reason",
            "code-suggestion-row",
            "problem-what",
            "radio-hint",
            "code-line");

    private static final Set<String> DATA_IDS = Set.of(
            "consume-export",
            "consume-language",
            "invoke-language",
            "invoke-form-fields",
            "settings-profiles",
            "settings-rows",
            "traffic-problem",
            "pathColumn");

    private Foreign() {}

    /** @param isData whether a text is something that the runtime or the user has given */
    static Stream<String> in(Node root, Predicate<String> isData) {
        return Seen.in(root)
                .filter(node -> node instanceof Labeled || node instanceof TextInputControl)
                .filter(node -> !isData(node))
                .flatMap(node -> texts(node)
                        .filter(text -> text != null && words(text).findAny().isPresent())
                        .filter(text -> text.indexOf(LongTexts.BEGIN) < 0 && !isData.test(text))
                        .map(text -> "in no bundle: '" + text + "' of " + Seen.name(node)));
    }

    private static boolean isData(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            boolean isKnown = at.getId() != null && DATA_IDS.contains(at.getId());
            if (isKnown || at.getStyleClass().stream().anyMatch(DATA_STYLES::contains)) {
                return true;
            }
        }
        return false;
    }

    static Stream<String> words(String text) {
        return WORD.matcher(EVERYWHERE.matcher(text).replaceAll("")).results().map(MatchResult::group);
    }

    private static Stream<String> texts(Node node) {
        return node instanceof TextInputControl input
                ? Stream.of(input.getPromptText())
                : Stream.of(((Labeled) node).getText());
    }
}

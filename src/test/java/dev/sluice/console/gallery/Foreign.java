package dev.sluice.console.gallery;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

/** Texts of a window in {@link LongTexts} that come from no bundle. Names and other data come from none, and may. */
final class Foreign {

    private static final Pattern WORDS = Pattern.compile("\\p{L}{3,}");

    private Foreign() {}

    /** @param isData whether a text is something that the runtime or the user has given */
    static Stream<String> in(Node root, Predicate<String> isData) {
        return Seen.in(root)
                .filter(node -> node instanceof Labeled || node instanceof TextInputControl)
                .flatMap(node -> texts(node)
                        .filter(text -> text != null && WORDS.matcher(text).find())
                        .filter(text -> text.indexOf(LongTexts.BEGIN) < 0 && !isData.test(text))
                        .map(text -> "in no bundle: '" + text + "' of " + Seen.name(node)));
    }

    private static Stream<String> texts(Node node) {
        return node instanceof TextInputControl input
                ? Stream.of(input.getPromptText())
                : Stream.of(((Labeled) node).getText());
    }
}

package dev.sluice.console.gallery;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/** Texts that end in an ellipsis, and no tooltip tells the rest. */
final class CutTexts {

    private CutTexts() {}

    static Stream<String> in(Node root) {
        return Seen.in(root)
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(Seen::isInSight)
                .filter(CutTexts::isCut)
                .filter(labeled -> Seen.tooltips(labeled).noneMatch(told -> told.contains(wanted(labeled))))
                .map(labeled -> "cut: " + Seen.name(labeled) + " shows '" + shown(labeled) + "'");
    }

    private static boolean isCut(Labeled labeled) {
        var shown = shown(labeled);
        return !wanted(labeled).isBlank()
                && !shown.equals(wanted(labeled))
                && shown.contains(labeled.getEllipsisString());
    }

    private static String shown(Labeled labeled) {
        return Seen.drawnText(labeled).map(text -> text.getText()).orElse("");
    }

    /** An underscore may stand before the letter that presses the button. */
    private static String wanted(Labeled labeled) {
        var text = labeled.getText() == null ? "" : labeled.getText();
        return labeled.isMnemonicParsing() ? text.replaceFirst("_(?=\\S)", "") : text;
    }
}

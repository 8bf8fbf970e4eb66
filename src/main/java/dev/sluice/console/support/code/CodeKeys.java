package dev.sluice.console.support.code;

import static javafx.scene.input.KeyCode.CLOSE_BRACKET;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.OPEN_BRACKET;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;
import static org.fxmisc.wellbehaved.event.InputMap.consumeWhen;
import static org.fxmisc.wellbehaved.event.InputMap.ignore;

import java.util.function.UnaryOperator;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/**
 * What keys do besides typing. Tab and Shift+Tab go to the next and the previous control, as everywhere in the window,
 * unless several lines are selected: then they indent them, as Ctrl+] and Ctrl+[ do at any time. Enter keeps the
 * indentation. For the UI thread only.
 */
final class CodeKeys {

    private static final String STEP = "  ";

    private final CodeArea area;

    private CodeKeys(CodeArea area) {
        this.area = area;
    }

    static void install(CodeArea area) {
        var keys = new CodeKeys(area);
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        consumeWhen(keyPressed(TAB), keys::linesAreSelected, pressed -> keys.indent()),
                        consumeWhen(keyPressed(TAB, SHIFT_DOWN), keys::linesAreSelected, pressed -> keys.outdent()),
                        ignore(keyPressed(TAB)),
                        ignore(keyPressed(TAB, SHIFT_DOWN)),
                        consumeWhen(
                                keyPressed(CLOSE_BRACKET, SHORTCUT_DOWN), area::isEditable, pressed -> keys.indent()),
                        consumeWhen(
                                keyPressed(OPEN_BRACKET, SHORTCUT_DOWN), area::isEditable, pressed -> keys.outdent()),
                        consumeWhen(keyPressed(ENTER), area::isEditable, pressed -> keys.breakLine())));
    }

    private boolean linesAreSelected() {
        return area.isEditable() && area.getSelectedText().contains("\n");
    }

    private void indent() {
        changeLines(line -> line.isBlank() ? line : STEP + line);
    }

    private void outdent() {
        changeLines(line -> line.startsWith(STEP) ? line.substring(STEP.length()) : line.stripLeading());
    }

    /** All lines that the selection touches, as one change, which one undo takes back. */
    private void changeLines(UnaryOperator<String> change) {
        int first = area.getCaretSelectionBind().getStartParagraphIndex();
        int last = area.getCaretSelectionBind().getEndParagraphIndex();
        int start = area.getAbsolutePosition(first, 0);
        int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
        var lines = area.getText(start, end).lines().map(change).toList();
        var changed = String.join("\n", lines);
        area.getUndoManager().preventMerge();
        area.replaceText(start, end, changed);
        area.getUndoManager().preventMerge();
        area.selectRange(start, start + changed.length());
    }

    private void breakLine() {
        var line = area.getParagraph(area.getCurrentParagraph()).getText();
        var before = line.substring(0, Math.min(area.getCaretColumn(), line.length()));
        area.replaceSelection("\n"
                + before.substring(0, before.length() - before.stripLeading().length()));
        area.requestFollowCaret();
    }
}

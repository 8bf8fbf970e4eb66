package dev.sluice.console.support.code;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;

/**
 * A text with line numbers and colours, to be written or only read. What is wrong is underlined, with a mark at its line
 * that says what. Only the lines that are seen are looked at and drawn, so that a text of a megabyte can be worked with.
 * Colours are the theme's ({@code styles/code.css}). For the UI thread only.
 *
 * <p>Keys: see {@code CodeKeys}. Tab leaves it, as it leaves any control.
 */
public final class CodeEditor extends StackPane {

    private static final PseudoClass READ_ONLY = PseudoClass.getPseudoClass("readonly");

    private final CodeText area = new CodeText();
    private final Coloring coloring = new Coloring(area);
    private Language language = Language.PLAIN;
    private Gutter gutter = new Gutter(1, List.of());

    /** Empty, to be written in, without colours. */
    public CodeEditor() {
        getStyleClass().add("code-editor");
        getStylesheets().add("/styles/code.css");
        getChildren().add(new VirtualizedScrollPane<>(area));
        CodeKeys.install(area);
        area.setParagraphGraphicFactory(gutter);
        area.getParagraphs().sizeProperty().addListener((o, before, after) -> number(after));
        area.focusedProperty().addListener((o, before, now) -> showFocus(now));
        accessibleTextProperty().addListener((o, before, after) -> area.setAccessibleText(after));
        accessibleHelpProperty().addListener((o, before, after) -> area.setAccessibleHelp(after));
    }

    public String getText() {
        return area.getText();
    }

    /** Line ends become {@code \n}. The caret goes to the beginning; what was there before can be had back by undo. */
    public void setText(String text) {
        apart(() -> area.replaceText(text));
        showTop();
        if (!isEditable()) {
            area.getUndoManager().forgetHistory();
        }
    }

    public ObservableValue<String> textProperty() {
        return area.textProperty();
    }

    /** Keeps {@code text} and what stands here the same from now on. Both live equally long. */
    public void edit(StringProperty text) {
        setText(text.get());
        area.getUndoManager().forgetHistory();
        area.textProperty().addListener((o, before, after) -> text.set(after));
        text.addListener((o, before, after) -> {
            if (!after.equals(area.getText())) {
                setText(after);
            }
        });
    }

    public Language getLanguage() {
        return language;
    }

    public void setLanguage(Language other) {
        language = other;
        coloring.use(other.highlighter());
    }

    /** Whether values of environment variables can be read; else only those in the line that is being written. */
    public void setVariablesShown(boolean shown) {
        coloring.use(shown ? language.highlighter() : new VariablesHidden(language.highlighter()));
    }

    public boolean isEditable() {
        return area.isEditable();
    }

    /** What can only be read can still be selected and copied. */
    public void setEditable(boolean editable) {
        area.setEditable(editable);
        pseudoClassStateChanged(READ_ONLY, !editable);
    }

    public boolean isWrapText() {
        return area.isWrapText();
    }

    /** Whether lines that are too long go on below, rather than to the right. */
    public void setWrapText(boolean wrap) {
        area.setWrapText(wrap);
    }

    /** Shows what is wrong in the text as it stands now; an empty list takes all marks away. */
    public void setProblems(List<CodeProblem> problems) {
        coloring.mark(problems);
        use(new Gutter(gutter.digits(), problems));
    }

    /** Puts the caret there, both counted from 1, and brings it in sight; places beyond the text mean its end. */
    public void goTo(int line, int column) {
        int paragraph = Math.max(0, Math.min(line, area.getParagraphs().size()) - 1);
        area.moveTo(paragraph, Math.max(0, Math.min(column - 1, area.getParagraphLength(paragraph))));
        area.requestFollowCaret();
    }

    /** From now on shows on Ctrl+Space what {@code source} knows to write next. To be called once. */
    public void suggest(Suggestion.Source source) {
        SuggestionList.install(area, source);
    }

    /** Takes back the last change; no effect if there is none. */
    public void undo() {
        area.undo();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /** One change that undo takes back alone, however soon after another one it comes. */
    private void apart(Runnable change) {
        area.getUndoManager().preventMerge();
        change.run();
        area.getUndoManager().preventMerge();
    }

    private void showTop() {
        area.moveTo(0);
        area.requestFollowCaret();
    }

    private void number(int lines) {
        int digits = String.valueOf(lines).length();
        if (digits != gutter.digits()) {
            use(new Gutter(digits, gutter.problems()));
        }
    }

    private void use(Gutter other) {
        if (!other.equals(gutter)) {
            gutter = other;
            area.setParagraphGraphicFactory(other);
        }
    }

    private void showFocus(boolean focused) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("focused-within"), focused);
    }
}

package dev.sluice.console.support.code;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.code.Suggestion.Source;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/**
 * Shows below the caret what may be written there. Ctrl+Space opens it; the arrow keys choose, Enter and Tab take, Esc
 * leaves; what is typed on narrows it down. The keyboard stays in the text. For the UI thread only.
 */
final class SuggestionList {

    private static final int PAGE = 8;
    private static final double ROW = 24;

    private final CodeArea area;
    private final Source source;
    private final ListView<Suggestion> list = new ListView<>();
    private final Label sentence = new Label();
    private final Popup popup = new Popup();

    private SuggestionList(CodeArea area, Source source) {
        this.area = area;
        this.source = source;
    }

    static void install(CodeArea area, Source source) {
        var suggestions = new SuggestionList(area, source);
        suggestions.dress();
        area.addEventFilter(KeyEvent.KEY_PRESSED, suggestions::key);
        area.caretPositionProperty().addListener((o, before, after) -> suggestions.follow());
        area.focusedProperty().addListener((o, before, now) -> suggestions.popup.hide());
    }

    private void dress() {
        list.setId("code-suggestions");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        list.getSelectionModel().selectedItemProperty().addListener((o, before, after) -> tell(after));
        sentence.setId("code-suggestion");
        sentence.setWrapText(true);
        var box = new VBox(list, sentence);
        box.getStyleClass().add("code-suggestions");
        box.getStylesheets().add("/styles/code.css");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isShortcutDown() && area.isEditable()) {
            show();
            event.consume();
        } else if (popup.isShowing() && use(event.getCode())) {
            event.consume();
        }
    }

    private boolean use(KeyCode key) {
        switch (key) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int rows) {
        int last = list.getItems().size() - 1;
        int index = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + rows));
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - PAGE / 2));
    }

    private void take() {
        var chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            area.getUndoManager().preventMerge();
            area.replaceText(chosen.from(), area.getCaretPosition(), chosen.insert());
            area.getUndoManager().preventMerge();
        }
    }

    private void follow() {
        if (popup.isShowing()) {
            show();
        }
    }

    private void show() {
        List<Suggestion> found = source.at(area.getText(), area.getCaretPosition());
        if (found.isEmpty()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found);
        list.setPrefHeight(ROW * Math.min(PAGE, found.size()) + 2);
        list.getSelectionModel().clearAndSelect(0);
        list.scrollTo(0);
        area.getCaretBounds().ifPresent(this::place);
    }

    private void place(Bounds caret) {
        popup.show(area, caret.getMinX(), caret.getMaxY());
    }

    private void tell(@Nullable Suggestion chosen) {
        var text = chosen == null ? "" : chosen.sentence();
        sentence.setText(text);
        showIf(sentence, !text.isEmpty());
        area.setAccessibleHelp(chosen == null ? "" : chosen.word() + ". " + text);
    }

    /** Clicked, it is taken. */
    private final class Row extends ListCell<Suggestion> {

        Row() {
            getStyleClass().add("code-suggestion-row");
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    take();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.word());
        }
    }
}

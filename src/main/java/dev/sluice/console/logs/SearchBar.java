package dev.sluice.console.logs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** The field of the words that are searched, and the ways from hit to hit: by button, or by Enter and Shift+Enter in it. */
final class SearchBar {

    private final TextField field;
    private final Label position;
    private final Button previous;
    private final Button next;

    SearchBar(TextField field, Label position, Button previous, Button next) {
        this.field = field;
        this.position = position;
        this.previous = previous;
        this.next = next;
    }

    void follow(LogSearch search) {
        position.textProperty().bind(search.summaryProperty());
        previous.disableProperty().bind(field.textProperty().isEmpty());
        previous.setOnAction(pressed -> search.previous());
        next.disableProperty().bind(field.textProperty().isEmpty());
        next.setOnAction(pressed -> search.next());
        field.textProperty().addListener((o, before, typed) -> search.look(Words.of(typed)));
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, search));
    }

    /** Brings the keyboard here, to type other words. */
    void enter() {
        field.requestFocus();
        field.selectAll();
    }

    private void pressed(KeyEvent event, LogSearch search) {
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    search.previous();
                } else {
                    search.next();
                }
            }
            case ESCAPE -> {
                if (!field.getText().isEmpty()) {
                    field.clear();
                    event.consume();
                }
            }
            default -> {}
        }
    }
}

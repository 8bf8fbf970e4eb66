package dev.sluice.console.shell;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A strip across the window that says what a demonstration is doing; there only while one is. For the UI thread only. */
final class Narration extends HBox {

    private final Label step = new Label();
    private final Label title = new Label();
    private final Label fact = new Label();
    private final Button close = new Button("", Icons.of("mdi2c-close"));

    Narration() {
        setId("narration");
        getStyleClass().add("narration");
        setAlignment(Pos.CENTER_LEFT);
        step.getStyleClass().add("narration-step");
        title.getStyleClass().add("narration-title");
        title.setMinWidth(USE_PREF_SIZE);
        step.setMinWidth(USE_PREF_SIZE);
        fact.getStyleClass().add("narration-fact");
        fact.setId("narration-fact");
        HBox.setHgrow(fact, Priority.ALWAYS);
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setAccessibleText(Messages.of("notice.dismiss"));
        close.setOnAction(event -> show(false));
        getChildren().setAll(step, title, fact, close);
        show(false);
    }

    /** What is begun takes a moment to its first step. */
    void begin(String text) {
        show(true);
        step.setText("");
        title.setText(text);
        fact.setText("");
    }

    /** Shows again what was told last, also if it has been dismissed. */
    void remind() {
        show(true);
    }

    void step(int number, int of, String text) {
        show(true);
        step.setText(Messages.of("narration.step", number, of));
        title.setText(text);
        fact.setText("");
    }

    void fact(String text) {
        fact.setText(text);
    }

    void end(String text) {
        show(true);
        step.setText("");
        title.setText(text.lines().findFirst().orElse(""));
        fact.setText("");
    }

    private void show(boolean there) {
        showIf(this, there);
    }
}

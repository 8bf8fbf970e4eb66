package dev.sluice.console.shell;

import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.shell.HealthViewModel.Health;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A strip above the pages that says that the runtime does not answer; there only while that is so. */
final class Banner extends HBox {

    private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");

    private final Label sentence = new Label();
    private final Button quit = new Button(Messages.of("health.quit"));
    private final Button start = new Button(Messages.of("tie.start"));

    Banner(HealthViewModel health, Runnable close) {
        getStyleClass().add("banner");
        setId("banner");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(health.sentenceProperty());
        sentence.textProperty().bind(health.sentenceProperty());
        sentence.setWrapText(true);
        sentence.setId("banner-sentence");
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        quit.setMinWidth(USE_PREF_SIZE);
        quit.setOnAction(event -> close.run());
        start.setMinWidth(USE_PREF_SIZE);
        start.setId("banner-start");
        start.setOnAction(event -> health.startAnother());
        start.disableProperty().bind(health.startingProperty());
        showWhile(start, health.replaceableProperty().and(quit.visibleProperty()));
        getChildren().setAll(Icons.of("mdi2l-lan-disconnect", "banner-icon"), sentence, start, quit);
        show(health.healthProperty().get());
        health.healthProperty().addListener((o, before, after) -> show(after));
    }

    private void show(Health health) {
        showIf(this, health != Health.ANSWERS);
        showIf(quit, health == Health.ENDED);
        pseudoClassStateChanged(ENDED, health == Health.ENDED);
    }
}

package dev.sluice.console.overview;

import dev.sluice.console.support.Guarded;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.KeyType;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Keys and tokens: each with its value or dots, a button that copies it, and one that makes a key anew. */
final class SecretRows {

    private final CredentialsViewModel model;

    SecretRows(CredentialsViewModel model) {
        this.model = model;
    }

    Node row(CredentialsViewModel.Line line) {
        var name = new Label(line.label());
        name.getStyleClass().add("fact-name");
        var value = new TextField(line.shown());
        value.setEditable(false);
        value.getStyleClass().add("code-line");
        value.setAccessibleText(line.label());
        HBox.setHgrow(value, Priority.ALWAYS);
        var row = new HBox(value, copy(line));
        row.getStyleClass().add("fact-line");
        line.renewed().ifPresent(type -> row.getChildren().add(new Guarded(regenerate(line, type))));
        var fact = new VBox(name, row);
        fact.getStyleClass().add("fact");
        if (!line.note().isEmpty()) {
            var note = new Label(line.note());
            note.getStyleClass().add("caption");
            note.setWrapText(true);
            fact.getChildren().add(note);
        }
        return fact;
    }

    private Button copy(CredentialsViewModel.Line line) {
        var copy = icon("mdi2c-content-copy", Messages.of("copy") + " " + line.label(), Messages.of("copy"));
        copy.setId("overview-copy-" + line.renewed().map(SecretRows::id).orElse("token"));
        copy.setOnAction(event -> model.copy(line));
        return copy;
    }

    private Button regenerate(CredentialsViewModel.Line line, KeyType type) {
        var tip = Messages.of("regenerate.tip");
        var renew = icon("mdi2r-refresh", tip + " " + line.label(), tip);
        renew.setId("overview-regenerate-" + id(type));
        renew.setOnAction(event -> model.regenerate(type));
        return renew;
    }

    private static String id(KeyType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static Button icon(String literal, String accessible, String tip) {
        var button = new Button("", Icons.of(literal));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(accessible);
        button.setTooltip(new Tooltip(tip));
        return button;
    }
}

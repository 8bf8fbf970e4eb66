package dev.sluice.console.invoke;

import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A header field's two parts, to be written in. */
final class HeaderRow extends HBox {

    HeaderRow(FieldRow row, Runnable remove) {
        super(6);
        getChildren()
                .addAll(
                        field("invoke.header.name", row.nameProperty()),
                        field("invoke.header.value", row.valueProperty()),
                        button(remove));
    }

    private static TextField field(String titleKey, javafx.beans.property.StringProperty text) {
        var field = new TextField();
        field.setPromptText(Messages.of(titleKey));
        field.setAccessibleText(Messages.of(titleKey));
        field.getStyleClass().add("code-line");
        field.textProperty().bindBidirectional(text);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static Button button(Runnable remove) {
        var button = new Button("", Icons.of("mdi2c-close"));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(Messages.of("invoke.header.remove"));
        button.setOnAction(pressed -> remove.run());
        return button;
    }
}

package dev.sluice.console.support;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in a list while it has no rows: why, and after a failure a button that reads again. */
public final class EmptyPlace extends VBox {

    private final Label why = new Label();
    private final Button again = new Button(Messages.of("empty.again"));

    public EmptyPlace() {
        getStyleClass().add("empty-place");
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        again.setId("empty-again");
        getChildren().setAll(why, again);
        Presence.showIf(again, false);
    }

    /** Why {@code list} is empty. A screen reader stands on the list and is told there. */
    public void explain(Control list, ObservableList<?> rows, ObservableStringValue text) {
        why.textProperty().bind(text);
        list.accessibleHelpProperty()
                .bind(Bindings.when(Bindings.isEmpty(rows)).then(text).otherwise(""));
    }

    /** The keyboard goes to {@code list}: there the rows come, or why they do not. */
    public void offerAgain(Control list, ObservableValue<Boolean> unread, Runnable read) {
        again.setOnAction(event -> {
            list.requestFocus();
            read.run();
        });
        Presence.showWhile(again, unread);
    }
}

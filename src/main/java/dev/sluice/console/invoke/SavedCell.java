package dev.sluice.console.invoke;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One line of the saved requests: its name, what it asks, and whom. */
final class SavedCell extends ListCell<SavedRequest> {

    @Override
    protected void updateItem(@Nullable SavedRequest request, boolean empty) {
        super.updateItem(request, empty);
        setText(null);
        setGraphic(request == null || empty ? null : line(request));
    }

    private static HBox line(SavedRequest request) {
        var draft = request.draft();
        var name = new Label(request.name());
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var asked = new Label(draft.head().method() + " " + draft.head().path());
        asked.getStyleClass().addAll("code-line", "muted");
        var whom = new Label(RequestView.text(draft.target()));
        whom.getStyleClass().add("caption");
        var line = new HBox(10, name, asked, whom);
        line.getStyleClass().add("exchange");
        return line;
    }
}

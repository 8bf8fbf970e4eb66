package dev.sluice.console.invoke;

import dev.sluice.console.support.WholeText;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One line of the saved requests: its name, what it asks, and whom. */
final class SavedCell extends ListCell<SavedRequest> {

    /** In pixels; the rest of the line is for the name. */
    private static final double LEAST_OF_ASKED = 90;

    private static final double LEAST_OF_WHOM = 96;
    private static final double LETTER = 7.5;

    SavedCell() {
        // As wide as the list, whatever a name needs: it is cut.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SavedRequest request, boolean empty) {
        super.updateItem(request, empty);
        setText(null);
        setGraphic(request == null || empty ? null : line(request));
    }

    private static HBox line(SavedRequest request) {
        var draft = request.draft();
        var name = WholeText.inTooltip(new Label(request.name()));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var asked = new Label(draft.head().method() + " " + draft.head().path());
        WholeText.inTooltip(asked);
        asked.setMinWidth(Math.min(LEAST_OF_ASKED, LETTER * asked.getText().length()));
        asked.getStyleClass().addAll("code-line", "muted");
        var whom = new Label(RequestView.text(draft.target()));
        WholeText.inTooltip(whom);
        whom.setMinWidth(LEAST_OF_WHOM);
        whom.getStyleClass().add("caption");
        var line = new HBox(10, name, asked, whom);
        line.getStyleClass().add("exchange");
        return line;
    }
}

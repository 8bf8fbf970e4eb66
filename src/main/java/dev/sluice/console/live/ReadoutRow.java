package dev.sluice.console.live;

import dev.sluice.console.live.Readout.Row;
import java.util.Optional;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseEvent;

/** A row of the table of one moment: its lines stand out under the mouse; a second click unchooses it. */
final class ReadoutRow extends TableRow<Row> {

    private final Highlight highlight;

    ReadoutRow(Highlight highlight) {
        this.highlight = highlight;
        hoverProperty().addListener((o, before, after) -> point());
        itemProperty().addListener((o, before, after) -> {
            if (isHover()) {
                point();
            }
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::unchoose);
    }

    private void point() {
        highlight.point(Optional.ofNullable(getItem()).filter(row -> isHover()).map(Row::name));
    }

    private void unchoose(MouseEvent press) {
        if (isSelected()) {
            getTableView().getSelectionModel().clearSelection();
            press.consume();
        }
    }
}

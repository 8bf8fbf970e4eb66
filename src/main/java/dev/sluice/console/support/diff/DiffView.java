package dev.sluice.console.support.diff;

import dev.sluice.console.support.Messages;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Shows a difference as people know it from their tools: both line numbers, a sign, the line. */
public final class DiffView extends ListView<LineDiff.Row> {

    private static final double LINE = 19;

    public DiffView() {
        getStyleClass().addAll("diff", "code-line");
        getStylesheets().add("/styles/diff.css");
        setFixedCellSize(LINE);
        setCellFactory(list -> new Line());
        setAccessibleText(Messages.of("diff.name"));
    }

    public void show(LineDiff diff) {
        getItems().setAll(diff.rows());
    }

    private static final class Line extends ListCell<LineDiff.Row> {

        private final Label before = new Label();
        private final Label after = new Label();
        private final Label sign = new Label();
        private final Label text = new Label();
        private final HBox line = new HBox(before, after, sign, text);

        Line() {
            before.getStyleClass().add("diff-number");
            after.getStyleClass().add("diff-number");
            sign.getStyleClass().add("diff-sign");
            text.getStyleClass().add("diff-text");
        }

        @Override
        protected void updateItem(LineDiff.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("diff-same", "diff-removed", "diff-added");
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            getStyleClass().add("diff-" + row.kind().name().toLowerCase(Locale.ROOT));
            before.setText(number(row.before()));
            after.setText(number(row.after()));
            sign.setText(sign(row.kind()));
            text.setText(row.text());
            setAccessibleText(sign(row.kind()) + " " + row.text());
            setGraphic(line);
        }

        private static String number(int line) {
            return line == 0 ? "" : String.valueOf(line);
        }

        private static String sign(LineDiff.Kind kind) {
            return switch (kind) {
                case SAME -> " ";
                case REMOVED -> "\u2212";
                case ADDED -> "+";
            };
        }
    }
}

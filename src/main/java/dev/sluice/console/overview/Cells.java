package dev.sluice.console.overview;

import dev.sluice.console.support.WholeText;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Columns and cells of the small tables on the overview. */
final class Cells {

    private static final double ROW = 44;
    private static final double HEAD = 40;

    /** What is in a cell begins where its column's title begins. */
    private static final Insets AROUND = new Insets(0, 8, 0, 5);

    private Cells() {}

    /** As high as its rows, without a scroll bar of its own: the page scrolls. */
    static void fit(TableView<?> table, int rows) {
        table.setFixedCellSize(ROW);
        table.setPrefHeight(HEAD + ROW * rows + 2);
        table.setMinHeight(HEAD + ROW * rows + 2);
        table.setMaxHeight(HEAD + ROW * rows + 2);
    }

    static <R> void text(TableColumn<R, R> column, Function<R, String> text) {
        hold(column);
        column.setCellFactory(any -> new Told<>(text));
    }

    static <R> void draw(TableColumn<R, R> column, Function<R, Node> drawing) {
        hold(column);
        column.setCellFactory(any -> new Drawn<>(drawing));
    }

    private static <R> void hold(TableColumn<R, R> column) {
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(data -> value(data.getValue()));
    }

    /** Double click or Enter. */
    static <R> void onOpen(TableView<R> table, Consumer<R> open) {
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                selected(table, open);
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected(table, open);
            }
        });
    }

    private static <R> void selected(TableView<R> table, Consumer<R> open) {
        var row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            open.accept(row);
        }
    }

    private static <R> ObservableValue<R> value(R row) {
        return new ReadOnlyObjectWrapper<>(row);
    }

    /** Its label is kept, whatever it says: a new one with a tooltip costs as much as the rest of the row. */
    private static final class Told<R> extends TableCell<R, R> {

        private final Function<R, String> text;
        private final Label label = WholeText.inTooltip(new Label());

        Told(Function<R, String> text) {
            this.text = text;
            setPadding(AROUND);
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                label.setText(text.apply(row));
                setGraphic(label);
            }
        }
    }

    private static final class Drawn<R> extends TableCell<R, R> {

        private final Function<R, Node> drawing;

        Drawn(Function<R, Node> drawing) {
            this.drawing = drawing;
            setPadding(AROUND);
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : drawing.apply(row));
        }
    }
}

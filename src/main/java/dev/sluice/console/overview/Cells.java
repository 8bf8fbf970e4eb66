package dev.sluice.console.overview;

import dev.sluice.console.support.WholeText;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** @param text what the row says in this column */
    static <R> void text(TableColumn<Place<R>, String> column, Function<R, String> text) {
        hold(column, text);
        column.setCellFactory(any -> new Told<>());
    }

    /**
     * @param part of the row, on which alone it depends what is drawn: while it is equal, what was drawn stays
     * @param drawing draws it
     */
    static <R, P> void draw(TableColumn<Place<R>, P> column, Function<R, P> part, Function<P, Node> drawing) {
        hold(column, part);
        column.setCellFactory(any -> new Drawn<>(drawing));
    }

    /**
     * The same where the node is kept, and told what it is to show.
     *
     * @param maker makes the node of a cell
     */
    static <R, P, N extends Node> void keep(
            TableColumn<Place<R>, P> column, Function<R, P> part, Supplier<N> maker, BiConsumer<N, P> telling) {
        hold(column, part);
        column.setCellFactory(any -> {
            var node = maker.get();
            return new Drawn<>(now -> {
                telling.accept(node, now);
                return node;
            });
        });
    }

    private static <R, P> void hold(TableColumn<Place<R>, P> column, Function<R, P> part) {
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(data -> data.getValue().part(part));
    }

    /** Double click or Enter. */
    static <R> void onOpen(TableView<Place<R>> table, Consumer<R> open) {
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

    private static <R> void selected(TableView<Place<R>> table, Consumer<R> open) {
        var place = table.getSelectionModel().getSelectedItem();
        if (place != null) {
            open.accept(place.row());
        }
    }

    /** Its label is kept, whatever it says: a new one with a tooltip costs as much as the rest of the row. */
    private static final class Told<R> extends TableCell<R, String> {

        private final Label label = WholeText.inTooltip(new Label());

        Told() {
            setPadding(AROUND);
            setGraphic(label);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean isThere = !empty && text != null;
            label.setText(isThere ? text : "");
            label.setVisible(isThere);
        }
    }

    private static final class Drawn<R, P> extends TableCell<R, P> {

        private final Function<P, Node> drawing;
        private @Nullable P drawn;

        Drawn(Function<P, Node> drawing) {
            this.drawing = drawing;
            setPadding(AROUND);
        }

        @Override
        protected void updateItem(@Nullable P part, boolean empty) {
            super.updateItem(part, empty);
            boolean isThere = !empty && part != null;
            // Told of each change in its row, and that it is empty in between: drawn anew, or taken out and put in
            // again,
            // a link would lose the keyboard, and a press its release.
            if (isThere && !part.equals(drawn)) {
                drawn = part;
                setGraphic(drawing.apply(part));
            }
            if (getGraphic() != null) {
                getGraphic().setVisible(isThere);
            }
        }
    }
}

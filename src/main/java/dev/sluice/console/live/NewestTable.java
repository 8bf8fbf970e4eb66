package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Row;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The columns of the table with the newest second's numbers. */
final class NewestTable {

    private final Function<DeploymentName, DeploymentColor> colors;

    NewestTable(Function<DeploymentName, DeploymentColor> colors) {
        this.colors = colors;
    }

    void fill(TableView<Row> table) {
        var name = new TableColumn<Row, Row>(Messages.of("live.column.deployment"));
        name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        name.setCellFactory(column -> new NameCell());
        name.setMinWidth(150);
        name.setSortable(false);
        name.setReorderable(false);
        table.getColumns().add(name);
        table.getColumns().add(column("live.column.asked", row -> row.asked() + " %"));
        table.getColumns().add(column("live.column.measured", row -> with(row.measured(), "%.1f %%")));
        table.getColumns().add(column("live.column.rate", row -> "%.0f".formatted(row.rate())));
        table.getColumns().add(column("live.column.p50", row -> with(row.p50(), "%.1f ms")));
        table.getColumns().add(column("live.column.p95", row -> with(row.p95(), "%.1f ms")));
        table.getColumns().add(column("live.column.p99", row -> with(row.p99(), "%.1f ms")));
        table.getColumns().add(column("live.column.errors", row -> with(row.errors(), "%.1f %%")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private static TableColumn<Row, String> column(String key, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(Messages.of(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** A dash where there was nothing to measure: zero would be a lie. */
    private static String with(OptionalDouble value, String format) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
    }

    private final class NameCell extends TableCell<Row, Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            boolean shadow = row.source() == Source.SHADOW;
            setText(
                    shadow
                            ? Messages.of("live.legend.shadow", row.deployment())
                            : row.deployment().text());
            var mark = new Region();
            mark.getStyleClass()
                    .addAll(
                            shadow ? "dash" : "deployment-dot",
                            colors.apply(row.deployment()).styleClass());
            setGraphic(mark);
        }
    }
}

package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.console.live.Readout.Row;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.WholeText;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The columns that tell a row's numbers, in the table of one moment and in the table of all. */
final class RowColumns<T> {

    /** What a title takes, in pixels: each of its bold letters, and the space around it. */
    private static final double LETTER = 7.2;

    private static final double AROUND = 14;

    private final Function<DeploymentName, DeploymentColor> colors;
    private final Function<T, Row> row;

    RowColumns(Function<DeploymentName, DeploymentColor> colors, Function<T, Row> row) {
        this.colors = colors;
        this.row = row;
    }

    List<TableColumn<T, ?>> columns() {
        return List.of(
                name(),
                number("live.column.rate", 88, of -> Numbers.rate(of.rate())),
                number("live.column.p50", 72, of -> Numbers.millis(of.p50(), of.thin())),
                number("live.column.p95", 72, of -> Numbers.millis(of.p95(), of.thin())),
                number("live.column.p99", 72, of -> Numbers.millis(of.p99(), of.thin())),
                number("live.column.client-errors", 62, of -> Numbers.percent(of.clientErrors())),
                number("live.column.server-errors", 62, of -> Numbers.percent(of.serverErrors())),
                number("live.column.asked", 56, of -> Numbers.wholePercent(of.asked())),
                number("live.column.measured", 80, of -> Numbers.percent(of.measured())),
                number("live.column.cores", 72, of -> Numbers.cores(of.cores())),
                number("live.column.memory", 92, of -> Numbers.memory(of.memory())));
    }

    private TableColumn<T, Subject> name() {
        var name = new TableColumn<T, Subject>(Messages.of("live.column.deployment"));
        name.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(row.apply(cell.getValue()).subject()));
        name.setCellFactory(column -> new NameCell());
        name.getStyleClass().add("names");
        name.setMinWidth(130);
        name.setPrefWidth(146);
        return plain(name);
    }

    private TableColumn<T, String> number(String key, double width, Function<Row, String> text) {
        TableColumn<T, String> column = text(key, cell -> text.apply(row.apply(cell)));
        double wide = Math.max(width, AROUND + LETTER * column.getText().length());
        column.setMinWidth(wide);
        column.setPrefWidth(wide);
        column.getStyleClass().add("number-column");
        return column;
    }

    static <T> TableColumn<T, String> text(String key, Function<T, String> text) {
        var column = new TableColumn<T, String>(Messages.of(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return plain(column);
    }

    private static <T, V> TableColumn<T, V> plain(TableColumn<T, V> column) {
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private final class NameCell extends TableCell<T, Subject> {

        NameCell() {
            WholeText.inTooltip(this);
        }

        @Override
        protected void updateItem(@Nullable Subject subject, boolean empty) {
            super.updateItem(subject, empty);
            if (subject == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            boolean shadow = subject.source() == Source.SHADOW;
            setText(SubjectText.of(subject));
            var mark = new Region();
            mark.getStyleClass()
                    .addAll(
                            shadow ? "dash" : "deployment-dot",
                            colors.apply(subject.deployment()).styleClass());
            setGraphic(mark);
        }
    }
}

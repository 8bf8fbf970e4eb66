package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.console.live.Readout.Name;
import dev.sluice.console.live.Readout.Row;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.WholeText;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The columns that tell a row's numbers, in the table of one moment and in the table of all. */
final class RowColumns<T> {

    /** What a title takes, in pixels: each of its bold letters, and the space around it. */
    private static final double LETTER = 7.2;

    private static final double AROUND = 14;
    private static final PseudoClass OF_INSTANCE = PseudoClass.getPseudoClass("instance");

    private final Function<DeploymentName, DeploymentColor> colors;
    private final Function<T, Row> row;

    RowColumns(Function<DeploymentName, DeploymentColor> colors, Function<T, Row> row) {
        this.colors = colors;
        this.row = row;
    }

    List<TableColumn<T, ?>> columns() {
        return List.of(
                name(),
                requests("live.column.rate", 88, of -> Numbers.rate(of.rate())),
                latency("live.column.p50", Percentiles::p50),
                latency("live.column.p95", Percentiles::p95),
                latency("live.column.p99", Percentiles::p99),
                requests("live.column.client-errors", 62, of -> Numbers.percent(of.clientErrors())),
                requests("live.column.server-errors", 62, of -> Numbers.percent(of.serverErrors())),
                requests("live.column.asked", 56, of -> Numbers.wholePercent(of.asked())),
                requests("live.column.measured", 80, of -> Numbers.percent(of.measured())),
                number("live.column.cores", 72, of -> Numbers.cores(of.cores())),
                number("live.column.memory", 92, of -> Numbers.memory(of.memory())));
    }

    /** Of all the time that is shown: how many, rather than what was at a moment. */
    static List<TableColumn<Total, ?>> ofTotals(Function<DeploymentName, DeploymentColor> colors) {
        var columns = new RowColumns<Total>(colors, Total::row);
        return List.of(
                columns.name(),
                count("live.column.requests", Total::requests),
                columns.requests("live.column.rate", 88, of -> Numbers.rate(of.rate())),
                columns.latency("live.column.p50", Percentiles::p50),
                columns.latency("live.column.p95", Percentiles::p95),
                columns.latency("live.column.p99", Percentiles::p99),
                count("live.column.client-errors", Total::clientErrors),
                columns.requests("live.column.client-errors.share", 62, of -> Numbers.percent(of.clientErrors())),
                count("live.column.server-errors", Total::serverErrors),
                columns.requests("live.column.server-errors.share", 62, of -> Numbers.percent(of.serverErrors())));
    }

    private static TableColumn<Total, String> count(String key, ToLongFunction<Total> number) {
        return rightOf(text(key, total -> Numbers.count(number.applyAsLong(total))), 72);
    }

    private TableColumn<T, Name> name() {
        var name = new TableColumn<T, Name>(Messages.of("live.column.deployment"));
        name.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(row.apply(cell.getValue()).name()));
        name.setCellFactory(column -> new NameCell());
        name.getStyleClass().add("names");
        name.setMinWidth(130);
        name.setPrefWidth(146);
        return plain(name);
    }

    /** Empty for an instance: of its requests nothing is measured. */
    private TableColumn<T, String> requests(String key, double width, Function<Row, String> text) {
        return number(key, width, of -> of.name().isOfInstance() ? "" : text.apply(of));
    }

    private TableColumn<T, Latency> latency(String key, ToDoubleFunction<Percentiles> which) {
        var column = new TableColumn<T, Latency>(Messages.of(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(Latency.of(row.apply(cell.getValue()), which)));
        column.setCellFactory(cells -> new LatencyCell<>());
        return plain(rightOf(column, 72));
    }

    private TableColumn<T, String> number(String key, double width, Function<Row, String> text) {
        TableColumn<T, String> column = text(key, cell -> text.apply(row.apply(cell)));
        return rightOf(column, width);
    }

    private static <C extends TableColumn<?, ?>> C rightOf(C column, double width) {
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

    /** A percentile in words, and what it is one of. */
    private record Latency(String text, Percentiles of) {

        static final Latency NONE = new Latency("", Percentiles.NONE);

        static Latency of(Row row, ToDoubleFunction<Percentiles> which) {
            var all = row.latencies();
            return row.name().isOfInstance()
                    ? NONE
                    : new Latency(Numbers.millis(which.applyAsDouble(all), all.isThin()), all);
        }

        String behind() {
            return of.requests() == 0 ? "" : Messages.of("live.latency.of", of.requests(), of.seconds());
        }
    }

    /** Says under the mouse how many requests stand behind it: in seconds they are not those of the second alone. */
    private static final class LatencyCell<T> extends TableCell<T, Latency> {

        private final ObjectProperty<Latency> shown = new SimpleObjectProperty<>(Latency.NONE);

        LatencyCell() {
            getStyleClass().add("latency");
            WholeText.inTooltip(this, shown.map(Latency::behind));
        }

        @Override
        protected void updateItem(@Nullable Latency latency, boolean empty) {
            super.updateItem(latency, empty);
            shown.set(latency == null || empty ? Latency.NONE : latency);
            setText(shown.get().text());
        }
    }

    private final class NameCell extends TableCell<T, Name> {

        NameCell() {
            WholeText.inTooltip(this);
        }

        @Override
        protected void updateItem(@Nullable Name name, boolean empty) {
            super.updateItem(name, empty);
            pseudoClassStateChanged(OF_INSTANCE, name != null && name.isOfInstance());
            if (name == null || empty) {
                setText(null);
                setGraphic(null);
            } else if (name.isOfInstance()) {
                setText(name.instance());
                setGraphic(null);
            } else {
                show(name.subject());
            }
        }

        private void show(Subject subject) {
            setText(SubjectText.of(subject));
            boolean shadow = subject.source() == Source.SHADOW;
            var mark = new Region();
            mark.getStyleClass()
                    .addAll(
                            shadow ? "dash" : "deployment-dot",
                            colors.apply(subject.deployment()).styleClass());
            setGraphic(mark);
        }
    }
}

package dev.sluice.console.live;

import dev.sluice.console.live.Readout.Name;
import dev.sluice.console.live.Readout.Row;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.FittingColumns;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Rows;
import dev.sluice.console.support.TextCell;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Fills the page's tables: the numbers of one moment, those of all moments, and of all of them together. For the UI thread only. */
final class LiveTables {

    private static final double HEADER_HEIGHT = 32;
    /** That along the table, if its columns do not fit: it must not lie on a row. */
    private static final double SCROLL_BAR = 8;

    private static final int MOST_ROWS_IN_SIGHT = 6;
    private static final int MOST_TOTALS_IN_SIGHT = 6;
    private static final int ROWS_ALWAYS_IN_SIGHT = 3;

    private final TableView<Row> moment;
    private final TableView<Entry> all;
    private final TableView<Total> totals;
    private final WindowTotals window = new WindowTotals();
    private final Dots dotsOfMoment;
    private final Dots dotsOfAll;
    private final Dots dotsOfTotals;
    private final Executor soon;
    private Readout newest = Readout.EMPTY;
    private Optional<Name> chosen = Optional.empty();
    private boolean isRefilled;
    private int mostRows = MOST_ROWS_IN_SIGHT;

    LiveTables(
            TableView<Row> moment,
            TableView<Entry> all,
            TableView<Total> totals,
            Function<DeploymentName, DeploymentColor> colors,
            LiveViewModel model,
            Executor soon) {
        var clock = model.clock();
        this.moment = moment;
        this.all = all;
        this.totals = totals;
        this.soon = soon;
        dotsOfMoment = new Dots(moment, colors);
        dotsOfAll = new Dots(all, colors);
        dotsOfTotals = new Dots(totals, colors);
        moment.getColumns().setAll(new RowColumns<Row>(colors, row -> row).columns());
        var time = RowColumns.<Entry>text("live.column.time", entry -> clock.time(entry.at()));
        time.setMinWidth(70);
        all.getColumns().add(time);
        all.getColumns().addAll(new RowColumns<>(colors, Entry::row).columns());
        var changes = RowColumns.text("live.column.changes", Entry::changes);
        changes.setCellFactory(column -> TextCell.asItIs());
        changes.setMinWidth(72);
        changes.setPrefWidth(140);
        all.getColumns().add(changes);
        totals.getColumns().setAll(RowColumns.ofTotals(colors));
        FittingColumns.in(totals);
        totals.widthProperty().addListener((o, before, after) -> fitTotals());
        totals.setPlaceholder(new Label(Messages.of("live.readout.empty")));
        totals.setAccessibleText(Messages.of("live.totals.accessible"));
        bringOut(model.highlight());
        FittingColumns.withAWideLast(all);
        FittingColumns.in(moment);
        moment.widthProperty().addListener((o, before, after) -> fit());
        moment.setPlaceholder(new Label(Messages.of("live.readout.empty")));
        all.setPlaceholder(new Label(Messages.of("live.readout.empty")));
        moment.setAccessibleText(Messages.of("live.readout.accessible"));
        all.setAccessibleText(Messages.of("live.table.accessible"));
    }

    private void bringOut(Highlight highlight) {
        moment.setRowFactory(table -> new ReadoutRow(highlight));
        var selection = moment.getSelectionModel();
        selection.selectedItemProperty().addListener((o, before, row) -> {
            if (!isRefilled) {
                chosen = Optional.ofNullable(row).map(Row::name);
                highlight.choose(chosen);
                soon.execute(() -> show(newest)); // a table's rows must not change while it tells which one is chosen
            }
        });
        moment.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                selection.clearSelection();
            }
        });
    }

    /**
     * The instances of the chosen deployment follow its row: all deployments' would leave room for few of them. By itself the
     * table would forget the chosen row when its numbers change.
     */
    void show(Readout readout) {
        newest = readout;
        var rows = readout.rows(chosen.map(Name::subject));
        var kept = rows.stream()
                .filter(row -> chosen.filter(row.name()::equals).isPresent())
                .findFirst();
        isRefilled = kept.isPresent();
        Rows.update(moment.getItems(), rows);
        kept.ifPresent(moment.getSelectionModel()::select);
        isRefilled = false;
        dotsOfMoment.of(rows.stream().map(Row::subject).toList());
        fit();
    }

    /** So many rows are in sight as there is room for below the charts; a few always, even if the charts must be lower then. */
    void fitInto(double room) {
        int fitting = (int) ((room - HEADER_HEIGHT) / moment.getFixedCellSize());
        mostRows = Math.max(ROWS_ALWAYS_IN_SIGHT, Math.min(fitting, MOST_ROWS_IN_SIGHT));
        fit();
    }

    private void fit() {
        fit(moment, Math.min(mostRows, moment.getItems().size()));
    }

    private static void fit(TableView<?> table, int rows) {
        double bar = FittingColumns.fit(table) ? 0 : SCROLL_BAR;
        double height = HEADER_HEIGHT + Math.max(1, rows) * table.getFixedCellSize() + bar;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    /** The newest on top. Rows that stay are left alone, so that selection and reading position stay with them. */
    void show(LiveFrame frame) {
        update(all.getItems(), Entry.newestFirst(frame));
        dotsOfAll.of(frame.subjects());
        Rows.update(totals.getItems(), window.of(frame));
        dotsOfTotals.of(frame.subjects());
        fitTotals();
    }

    private void fitTotals() {
        fit(totals, Math.min(MOST_TOTALS_IN_SIGHT, totals.getItems().size()));
    }

    static void update(ObservableList<Entry> shown, List<Entry> newer) {
        int added = shown.isEmpty() ? -1 : newer.indexOf(shown.get(0));
        if (added < 0) {
            shown.setAll(newer);
            return;
        }
        shown.addAll(0, newer.subList(0, added));
        Rows.update(shown, newer);
    }
}

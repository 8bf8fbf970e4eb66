package dev.sluice.console.live;

import dev.sluice.console.live.Readout.Row;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Rows;
import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

/** Fills the page's two tables: the numbers of one moment, and those of all moments. For the UI thread only. */
final class LiveTables {

    private static final double HEADER_HEIGHT = 34;
    private static final int MOST_ROWS_IN_SIGHT = 6;

    private final TableView<Row> moment;
    private final TableView<Entry> all;

    LiveTables(
            TableView<Row> moment,
            TableView<Entry> all,
            Function<DeploymentName, DeploymentColor> colors,
            ClockText clock) {
        this.moment = moment;
        this.all = all;
        moment.getColumns().setAll(new RowColumns<Row>(colors, row -> row).columns());
        var time = RowColumns.<Entry>text("live.column.time", entry -> clock.time(entry.at()));
        time.setMinWidth(76);
        all.getColumns().add(time);
        all.getColumns().addAll(new RowColumns<>(colors, Entry::row).columns());
        var changes = RowColumns.text("live.column.changes", Entry::changes);
        changes.setPrefWidth(320);
        all.getColumns().add(changes);
        moment.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        moment.setAccessibleText(Messages.of("live.readout.accessible"));
        all.setAccessibleText(Messages.of("live.table.accessible"));
    }

    void show(Readout readout) {
        Rows.update(moment.getItems(), readout.rows());
        int rows = Math.max(1, Math.min(MOST_ROWS_IN_SIGHT, readout.rows().size()));
        double height = HEADER_HEIGHT + rows * moment.getFixedCellSize();
        moment.setMinHeight(height);
        moment.setPrefHeight(height);
        moment.setMaxHeight(height);
    }

    /** The newest on top. Rows that stay are left alone, so that selection and reading position stay with them. */
    void show(LiveFrame frame) {
        var newer = new ArrayList<>(Entry.of(frame));
        Collections.reverse(newer);
        update(all.getItems(), newer);
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

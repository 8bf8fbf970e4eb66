package dev.sluice.console.overview;

import dev.sluice.console.overview.EndpointOverviewViewModel.Row;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The routing in force as one bar: live shares side by side, and under them the shadow, dashed, outside the sum. */
public final class TrafficBar extends VBox {

    /** Narrower than this many percent, a part of the bar has no room for anything. */
    private static final int NARROWEST_WITH_SHARE = 5;

    public TrafficBar() {
        getStyleClass().add("traffic-bar");
    }

    void show(List<Row> rows) {
        var live = rows.stream().filter(row -> row.live() > 0).toList();
        getChildren().setAll(live.isEmpty() ? none() : shares(live));
        shadow(rows).ifPresent(getChildren()::add);
    }

    private static Label none() {
        var none = new Label(Messages.of("overview.bar.none"));
        none.getStyleClass().add("share-none");
        none.setMaxWidth(Double.MAX_VALUE);
        return none;
    }

    private static GridPane shares(List<Row> live) {
        var bar = new GridPane();
        bar.getStyleClass().add("shares");
        for (var row : live) {
            var column = new ColumnConstraints();
            column.setPercentWidth(row.live());
            bar.getColumnConstraints().add(column);
            var told = row.id().deployment() + " " + Messages.of("share.percent", row.live());
            var share = new Label(shortened(row, told));
            share.setTooltip(new Tooltip(told));
            share.getStyleClass().addAll("share", row.color().styleClass());
            share.setAccessibleText(told);
            share.setMaxWidth(Double.MAX_VALUE);
            share.setMinWidth(0);
            bar.addRow(0, share);
        }
        return bar;
    }

    /** A letter takes about a percent: a name that is cut would hide the share behind it. */
    private static String shortened(Row row, String told) {
        if (row.live() >= told.length()) {
            return told;
        }
        return row.live() < NARROWEST_WITH_SHARE ? "" : Messages.of("share.percent", row.live());
    }

    private static Optional<Label> shadow(List<Row> rows) {
        return rows.stream().filter(row -> row.mirrored() > 0).findFirst().map(row -> {
            var text =
                    Messages.of("overview.bar.shadow", row.mirrored(), row.id().deployment());
            var shadow = new Label(text, Icons.of("mdi2c-content-copy", "shadow-icon"));
            shadow.getStyleClass().addAll("share-shadow", row.color().styleClass());
            return shadow;
        });
    }
}

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
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The routing in force as one bar: live shares side by side, and under them the shadow, dashed, outside the sum. */
public final class TrafficBar extends VBox {

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
            var share = new Label(told);
            var texts = List.of(told, Messages.of("share.percent", row.live()), "");
            share.widthProperty().addListener((o, before, now) -> share.setText(firstThatFits(texts, share)));
            share.setTooltip(new Tooltip(told));
            share.getStyleClass().addAll("share", row.color().styleClass());
            share.setAccessibleText(told);
            share.setMaxWidth(Double.MAX_VALUE);
            share.setMinWidth(0);
            bar.addRow(0, share);
        }
        return bar;
    }

    /** A name that is cut would hide the share behind it. */
    private static String firstThatFits(List<String> texts, Label share) {
        var insets = share.getInsets();
        double room = share.getWidth() - insets.getLeft() - insets.getRight();
        return texts.stream()
                .filter(text -> width(text, share.getFont()) <= room)
                .findFirst()
                .orElse("");
    }

    private static double width(String text, Font font) {
        var drawn = new Text(text);
        drawn.setFont(font);
        return Math.ceil(drawn.getLayoutBounds().getWidth());
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

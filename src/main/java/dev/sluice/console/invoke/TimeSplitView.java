package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.invoke.TimeSplit.Part;
import dev.sluice.console.invoke.TimeSplit.Piece;
import dev.sluice.console.support.Messages;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A bar with a piece for each part that took time, and below it what each part took. */
final class TimeSplitView {

    /** Thinner ones could not be seen. */
    private static final double THINNEST = 3;

    private final HBox bar;
    private final FlowPane legend;

    TimeSplitView(HBox bar, FlowPane legend) {
        this.bar = bar;
        this.legend = legend;
    }

    void show(TimeSplit split) {
        bar.getChildren()
                .setAll(split.pieces().stream()
                        .map(piece -> piece(piece, split.total()))
                        .toList());
        legend.getChildren()
                .setAll(split.pieces().stream().map(TimeSplitView::entry).toList());
        showIf(bar, split.tellsMore());
        showIf(legend, split.tellsMore());
    }

    private Node piece(Piece piece, double total) {
        var region = new Region();
        region.getStyleClass().addAll("time-piece", styleClass(piece.part()));
        region.setMinWidth(THINNEST);
        region.prefWidthProperty().bind(bar.widthProperty().multiply(piece.millis() / total));
        return region;
    }

    private static Node entry(Piece piece) {
        var dot = new Region();
        dot.getStyleClass().addAll("time-dot", styleClass(piece.part()));
        var text = new Label(Messages.of(
                key(piece.part()), String.format(Locale.ROOT, piece.millis() < 10 ? "%.2f" : "%.1f", piece.millis())));
        text.getStyleClass().add("caption");
        var entry = new HBox(5, dot, text);
        entry.getStyleClass().add("exchange");
        return entry;
    }

    private static String styleClass(Part part) {
        return "time-" + part.name().toLowerCase(Locale.ROOT);
    }

    private static String key(Part part) {
        return switch (part) {
            case QUEUE -> "invoke.time.queue";
            case SERVER -> "invoke.time.server";
            case RUN -> "invoke.time.run";
            case ROUTER -> "invoke.time.router";
        };
    }
}

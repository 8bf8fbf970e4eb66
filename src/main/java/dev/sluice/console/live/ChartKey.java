package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Resolution;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Says beside a chart's title what its lines mean: in a few words, and of latencies and errors more in a tooltip. For the UI thread only. */
final class ChartKey {

    private static final double TOOLTIP_WIDTH = 420;

    private final Chart chart;
    private final Label label = new Label();
    private final Tooltip tooltip = new Tooltip();
    private Resolution shown = Resolution.SECOND;

    ChartKey(Chart chart) {
        this.chart = chart;
        label.setId("live-key-" + chart.name().toLowerCase(Locale.ROOT));
        label.getStyleClass().add("caption");
        label.setTooltip(tooltip);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        tell();
    }

    Label node() {
        return label;
    }

    /** What a point is depends on what it covers. */
    void show(Resolution resolution) {
        if (resolution != shown) {
            shown = resolution;
            tell();
        }
    }

    private void tell() {
        label.setText(text());
        var help = help();
        tooltip.setText(help.isEmpty() ? text() : text() + "\n\n" + help);
    }

    private String text() {
        return Messages.of(
                switch (chart) {
                    case LATENCY -> Moments.merges(shown) ? "live.chart.latency.key.merged" : "live.chart.latency.key";
                    case RATE -> "live.chart.rate.key";
                    case ERRORS -> "live.chart.errors.key";
                    case SHARES -> "live.chart.shares.key";
                    case PROCESSOR -> "live.chart.processor.key";
                    case MEMORY -> "live.chart.memory.key";
                });
    }

    /** Empty where the few words say it all. */
    private String help() {
        return switch (chart) {
            case LATENCY ->
                Messages.of(
                        Moments.merges(shown) ? "live.chart.latency.help.merged" : "live.chart.latency.help",
                        shown.length().toSeconds());
            case ERRORS -> Messages.of("live.chart.errors.help");
            default -> "";
        };
    }
}

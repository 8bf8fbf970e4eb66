package dev.sluice.console.invoke;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A burst's tally: one bar for each deployment that answered, as long as its share. */
final class BurstTallyView {

    private final VBox box;

    BurstTallyView(VBox box) {
        this.box = box;
    }

    void show(BurstTally tally, Function<String, DeploymentColor> color) {
        var lines = new ArrayList<Node>();
        tally.answeredBy().forEach((name, count) -> lines.add(line(tally, name, count, color)));
        var summary =
                new Label(Messages.of(summaryKey(tally), tally.sent(), tally.wanted(), tally.failed(), slowest(tally)));
        summary.setId("invoke-burst-summary");
        summary.getStyleClass().add(tally.failed() > 0 ? "problem" : "caption");
        lines.add(summary);
        box.getChildren().setAll(lines);
    }

    private static String summaryKey(BurstTally tally) {
        return tally.wanted() == 0 ? "invoke.burst.none" : "invoke.burst.summary";
    }

    private static String slowest(BurstTally tally) {
        return AnswerText.latency(tally.slowest());
    }

    private static HBox line(BurstTally tally, String name, int count, Function<String, DeploymentColor> color) {
        var title = new Label(name.isEmpty() ? Messages.of("invoke.router") : name);
        title.getStyleClass().add("tally-name");
        var bar = new ProgressBar(tally.share(name) / 100);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass()
                .addAll(
                        "tally-bar",
                        name.isEmpty() ? "router-chip" : color.apply(name).styleClass());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var number = new Label(String.format(Locale.ROOT, "%,d", count));
        number.setId("invoke-tally-" + name);
        number.getStyleClass().add("tally-count");
        var share = new Label(String.format(Locale.ROOT, "%.1f %%", tally.share(name)));
        share.getStyleClass().addAll("caption", "tally-share");
        var line = new HBox(10, title, bar, number, share);
        line.getStyleClass().add("exchange");
        return line;
    }
}

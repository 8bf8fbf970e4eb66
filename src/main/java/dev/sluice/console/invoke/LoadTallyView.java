package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A tally: a row for each deployment that answered, with its share as a bar, its errors and percentiles. */
final class LoadTallyView {

    private final ScrollPane pane;
    private final GridPane grid;
    private final Label summary;
    private final Function<String, DeploymentColor> colors;

    /** @param pane round the grid: twenty deployments must not take the page from the request */
    LoadTallyView(ScrollPane pane, GridPane grid, Label summary, Function<String, DeploymentColor> colors) {
        this.pane = pane;
        this.grid = grid;
        this.summary = summary;
        this.colors = colors;
    }

    void show(LoadTally tally, String problem) {
        grid.getChildren().clear();
        showIf(pane, !tally.lines().isEmpty());
        if (!tally.lines().isEmpty()) {
            addTitles();
        }
        for (int i = 0; i < tally.lines().size(); i++) {
            add(i + 1, tally, tally.lines().get(i));
        }
        summary.setText(LoadText.summary(tally, problem));
        summary.getStyleClass().setAll("label", tally.failed() > 0 ? "problem" : "caption");
    }

    private void addTitles() {
        var titles = new String[] {
            "invoke.load.answers", "invoke.load.share", "invoke.load.errors", "invoke.load.p50", "invoke.load.p95"
        };
        for (int i = 0; i < titles.length; i++) {
            grid.add(right(new Label(Messages.of(titles[i])), "caption"), i + 2, 0);
        }
    }

    private void add(int row, LoadTally tally, LoadTally.Line line) {
        var name = line.name();
        var bar = new ProgressBar(tally.share(name) / 100);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(30);
        bar.setAccessibleText(name);
        bar.getStyleClass()
                .addAll(
                        "tally-bar",
                        name.isEmpty() ? "router-chip" : colors.apply(name).styleClass());
        GridPane.setHgrow(bar, Priority.ALWAYS);
        var answers = new Label(String.format(Locale.ROOT, "%,d", line.answers()));
        answers.setId("invoke-tally-" + name);
        var errors = new Label(String.format(Locale.ROOT, "%,d", line.errors()));
        errors.setId("invoke-tally-errors-" + name);
        grid.addRow(
                row,
                ExchangeCell.chip(name, colors),
                bar,
                right(answers, "status"),
                right(new Label(String.format(Locale.ROOT, "%.1f %%", tally.share(name))), "muted"),
                right(errors, line.errors() > 0 ? "wrong-count" : "muted"),
                right(new Label(AnswerText.latency(line.p50())), "muted"),
                right(new Label(AnswerText.latency(line.p95())), "muted"));
    }

    private static Label right(Label label, String styleClass) {
        GridPane.setHalignment(label, HPos.RIGHT);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}

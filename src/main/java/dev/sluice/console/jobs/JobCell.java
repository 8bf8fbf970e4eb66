package dev.sluice.console.jobs;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.jobs.JobRow.Standing;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.JobSteps;
import dev.sluice.console.support.WholeText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Draws a job in the list: what, how far, how long. */
final class JobCell extends ListCell<JobRow> {

    private static final double BAR_HEIGHT = 10;

    JobCell() {
        getStyleClass().add("job-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable JobRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        setAccessibleText(row.spoken());
        setTooltip(new Tooltip(row.title()));
        var lines = new VBox(line(icon(row.standing()), row.title(), row.elapsed(), "job-title"));
        lines.getStyleClass().add("job");
        if (row.standing() == Standing.RUNNING) {
            lines.getChildren().add(progress(row));
        }
        var now = new Label(row.why().isEmpty() ? row.now() : row.why());
        WholeText.inTooltip(now).getStyleClass().add("job-now");
        lines.getChildren().add(now);
        setGraphic(lines);
    }

    /** A bar that runs for ever would keep the whole window drawing: where nobody knows how far it is, there is none. */
    private static Node progress(JobRow row) {
        var bar = new ProgressBar(Math.max(0, row.progress()));
        bar.setMaxWidth(Double.MAX_VALUE);
        // Not in the style sheet: the row is measured before that is applied, and the bar would be what is left out.
        bar.setMinHeight(BAR_HEIGHT);
        bar.setPrefHeight(BAR_HEIGHT);
        showIf(bar, row.progress() >= 0);
        bar.getStyleClass().add("job-progress");
        return bar;
    }

    static HBox line(Node icon, String text, String elapsed, String styleClass) {
        var title = new Label(text);
        title.getStyleClass().addAll(styleClass, "names");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var time = new Label(elapsed);
        time.getStyleClass().add("text-muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, icon, title, time);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node icon(Standing standing) {
        return switch (standing) {
            case DONE -> icon(JobSteps.Standing.DONE);
            case RUNNING -> icon(JobSteps.Standing.RUNNING);
            case FAILED -> icon(JobSteps.Standing.FAILED);
            case CANCELLED -> Icons.of("mdi2c-cancel", "state-leaving");
        };
    }

    static Node icon(JobSteps.Standing standing) {
        return switch (standing) {
            case DONE -> Icons.of("mdi2c-check-circle", "state-ready");
            case RUNNING -> Icons.of("mdi2p-progress-clock", "state-busy");
            case FAILED -> Icons.of("mdi2a-alert-circle", "state-failed");
            case CANCELLED -> icon(Standing.CANCELLED);
            case WAITING -> Icons.of("mdi2c-circle-outline", "state-leaving");
        };
    }
}

package dev.sluice.console.shell;

import dev.sluice.console.shell.StatusViewModel.JobRow;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.JobSteps.Standing;
import dev.sluice.console.support.JobSteps.Step;
import dev.sluice.console.support.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of jobs that opens from the status bar: those that run with their steps, and the newest that ended. */
final class JobsPanel extends ScrollPane {

    private final VBox list = new VBox();

    JobsPanel() {
        setContent(list);
        setFitToWidth(true);
        setPrefWidth(400);
        setMaxHeight(420);
        getStyleClass().addAll("edge-to-edge", "jobs");
        list.getStyleClass().add("jobs-list");
    }

    void show(List<JobRow> jobs) {
        list.getChildren()
                .setAll(
                        jobs.isEmpty()
                                ? List.of(new Label(Messages.of("status.jobs.none")))
                                : jobs.stream().map(JobsPanel::job).toList());
    }

    private static Node job(JobRow row) {
        var job = new VBox(line(row.standing(), row.title(), row.elapsed(), "job-title"));
        job.getStyleClass().add("job");
        for (var step : row.steps()) {
            job.getChildren().add(step(step));
        }
        if (!row.why().isEmpty()) {
            var why = new Label(row.why());
            why.setWrapText(true);
            why.getStyleClass().add("job-why");
            job.getChildren().add(why);
        }
        return job;
    }

    private static Node step(Step step) {
        var line = line(step.standing(), step.title(), step.elapsed(), "job-step");
        line.getStyleClass().add("job-step-line");
        return line;
    }

    private static HBox line(Standing standing, String text, String elapsed, String styleClass) {
        var title = new Label(text);
        title.getStyleClass().add(styleClass);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var time = new Label(elapsed);
        time.getStyleClass().add("text-muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, icon(standing), title, time);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node icon(Standing standing) {
        return switch (standing) {
            case DONE -> Icons.of("mdi2c-check-circle", "state-ready");
            case RUNNING -> Icons.of("mdi2p-progress-clock", "state-busy");
            case FAILED -> Icons.of("mdi2a-alert-circle", "state-failed");
            case WAITING -> Icons.of("mdi2c-circle-outline", "state-leaving");
        };
    }
}

package dev.sluice.console.overview;

import dev.sluice.console.support.Icons;
import dev.sluice.console.support.JobSteps.Standing;
import dev.sluice.console.support.JobSteps.Step;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The phases side by side, joined by lines: what is behind, what is under way, what is to come. */
final class StepsRow {

    private StepsRow() {}

    static void show(HBox row, List<Step> steps) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                nodes.add(line(steps.get(i)));
            }
            nodes.add(step(steps.get(i)));
        }
        row.getChildren().setAll(nodes);
    }

    private static Node step(Step step) {
        var style = "step-" + step.standing().name().toLowerCase(java.util.Locale.ROOT);
        var icon = Icons.of(icon(step.standing()), "step-icon");
        var title = new Label(step.title());
        title.getStyleClass().add("step-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var elapsed = new Label(step.elapsed());
        elapsed.getStyleClass().add("step-elapsed");
        elapsed.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox(icon, title, elapsed);
        box.getStyleClass().addAll("step", style);
        box.setAccessibleText(step.title() + " " + step.elapsed());
        return box;
    }

    private static Node line(Step to) {
        var line = new Region();
        line.getStyleClass().add("step-line");
        if (to.standing() != Standing.WAITING) {
            line.getStyleClass().add("step-line-done");
        }
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static String icon(Standing standing) {
        return switch (standing) {
            case DONE -> "mdi2c-check-circle";
            case RUNNING -> "mdi2p-progress-clock";
            case FAILED -> "mdi2a-alert-circle";
            case CANCELLED -> "mdi2c-cancel";
            case WAITING -> "mdi2c-circle-outline";
        };
    }
}

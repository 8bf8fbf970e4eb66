package dev.sluice.console.shell;

import atlantafx.base.controls.Popover;
import dev.sluice.console.support.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Binds the line at the bottom to its view-model; a click on the jobs opens their list. */
final class StatusBar {

    private final Label engine;
    private final Label router;
    private final Label metrics;
    private final Button jobs;
    private final JobsPanel panel = new JobsPanel();
    private final Popover popover = new Popover(panel);
    private final Timeline seconds = new Timeline();

    StatusBar(Label engine, Label router, Label metrics, Button jobs) {
        this.engine = engine;
        this.router = router;
        this.metrics = metrics;
        this.jobs = jobs;
    }

    void follow(StatusViewModel status) {
        engine.textProperty().bind(status.engineProperty());
        engine.setTooltip(detail(status));
        router.textProperty().bind(status.routerProperty());
        metrics.textProperty().bind(status.metricsProperty());
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setAnimated(false);
        jobs.setOnAction(event -> popover.show(jobs));
        status.jobsProperty().addListener((o, before, after) -> panel.show(after));
        status.newestProperty().addListener((o, before, after) -> showNewest(after));
        status.busyProperty().addListener((o, before, after) -> showBusy(after));
        seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), event -> status.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        showNewest(status.newestProperty().get());
    }

    private static Tooltip detail(StatusViewModel status) {
        var detail = new Tooltip();
        detail.setWrapText(true);
        detail.setMaxWidth(420);
        detail.textProperty().bind(status.engineDetailProperty());
        return detail;
    }

    private void showNewest(String newest) {
        jobs.setText(newest.isEmpty() ? Messages.of("status.idle") : newest);
    }

    /** Spinner and clock run only while something does: even unseen they would go on costing. */
    private void showBusy(boolean busy) {
        if (busy) {
            var spinner = new ProgressIndicator();
            spinner.getStyleClass().add("status-spinner");
            jobs.setGraphic(spinner);
            seconds.play();
        } else {
            jobs.setGraphic(null);
            seconds.stop();
        }
    }
}

package dev.sluice.console.shell;

import static dev.sluice.console.support.Presence.say;

import atlantafx.base.controls.Popover;
import dev.sluice.console.shell.HealthViewModel.Health;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Ticker;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Binds the line at the bottom: engine, runtime, metrics, jobs. */
final class StatusBar {

    private final Button engine;
    private final Label router;
    private final Label metrics;
    private final Button jobs;
    private final ShellViewModel model;
    private final Ticker seconds;

    StatusBar(ShellViewModel model, Ticker seconds, Button engine, Label router, Label metrics, Button jobs) {
        this.model = model;
        this.seconds = seconds;
        this.engine = engine;
        this.router = router;
        this.metrics = metrics;
        this.jobs = jobs;
    }

    void follow(EngineViewModel engineModel) {
        var status = model.status();
        // A sign without its text says nothing, or too much: that of the engine warns.
        say(engine, status.engineProperty());
        say(router, status.routerProperty());
        say(metrics, status.metricsProperty());
        jobs.visibleProperty().bind(status.engineProperty().isNotEmpty().or(status.busyProperty()));
        showEngine(status, engineModel);
        show(model.health().healthProperty().get());
        model.health().healthProperty().addListener((o, before, after) -> show(after));
        jobs.setOnAction(event ->
                model.jobs().openProperty().set(!model.jobs().openProperty().get()));
        jobs.setTooltip(new Tooltip(Messages.of("status.jobs.tip", Shortcut.JOBS.keys())));
        status.newestProperty().addListener((o, before, after) -> showNewest(after));
        status.busyProperty().addListener((o, before, after) -> showBusy(after));
        model.jobs()
                .openProperty()
                .addListener(
                        (o, before, after) -> showBusy(status.busyProperty().get()));
        showNewest(status.newestProperty().get());
        showBusy(status.busyProperty().get());
    }

    void stop() {
        seconds.stop();
    }

    /** A click says what runs the models; without Docker also why, and looks again. */
    private void showEngine(StatusViewModel status, EngineViewModel model) {
        var panel = model.isWithoutDocker() ? new EnginePanel(model) : detail(status);
        panel.setPrefWidth(440);
        var popover = new Popover(panel);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        popover.setHeaderAlwaysVisible(false);
        popover.setAnimated(false);
        if (model.isWithoutDocker()) {
            engine.setGraphic(Icons.of("mdi2a-alert-outline", "state-busy"));
        }
        engine.setTooltip(new Tooltip(Messages.of("status.engine.tip")));
        engine.setOnAction(event -> popover.show(engine));
    }

    private static Region detail(StatusViewModel status) {
        var text = new Label();
        text.textProperty().bind(status.engineDetailProperty());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    private void show(Health health) {
        router.setGraphic(
                switch (health) {
                    case ANSWERS -> Icons.of("mdi2l-lan-connect");
                    case SILENT -> Icons.of("mdi2l-lan-pending", "state-busy");
                    case ENDED -> Icons.of("mdi2l-lan-disconnect", "state-failed");
                });
    }

    private void showNewest(String newest) {
        jobs.setText(newest.isEmpty() ? Messages.of("status.idle") : newest);
    }

    /** Spinner and clock run only while something is known to: even unseen they would go on costing. */
    private void showBusy(boolean busy) {
        if (busy) {
            var spinner = new ProgressIndicator();
            spinner.getStyleClass().add("status-spinner");
            jobs.setGraphic(spinner);
            seconds.start();
        } else {
            jobs.setGraphic(Icons.of(model.jobs().openProperty().get() ? "mdi2c-chevron-down" : "mdi2c-chevron-up"));
            seconds.stop();
        }
    }
}

package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.live.LiveFrame.Row;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds fxml/live.fxml to its view-model. Decides nothing. */
public final class LiveView {

    private static final double HEADER_HEIGHT = 42;

    private final LiveViewModel model;
    private final ClockText clock;
    private final Function<DeploymentName, DeploymentColor> colors;
    private final List<TrafficChart> charts = new ArrayList<>();

    @FXML
    private HBox windows;

    @FXML
    private Button pause;

    @FXML
    private FlowPane legend;

    @FXML
    private VBox chartBox;

    @FXML
    private VBox emptyPanel;

    @FXML
    private Label emptyText;

    @FXML
    private VBox newestBox;

    @FXML
    private TableView<Row> newest;

    LiveView(LiveViewModel model, ClockText clock, Function<DeploymentName, DeploymentColor> colors) {
        this.model = model;
        this.clock = clock;
        this.colors = colors;
    }

    @FXML
    private void initialize() {
        addWindows();
        for (var chart : Chart.values()) {
            addChart(chart);
        }
        new NewestTable(colors).fill(newest);
        emptyText.textProperty().bind(model.emptyTextProperty());
        var empty = model.emptyTextProperty().isNotEmpty();
        emptyPanel.visibleProperty().bind(empty);
        for (var filled : List.of(chartBox, newestBox, legend)) {
            filled.visibleProperty().bind(empty.not());
        }
        for (var box : List.of(emptyPanel, chartBox, newestBox)) {
            box.managedProperty().bind(box.visibleProperty());
        }
        model.pausedProperty().addListener((o, before, after) -> showPaused(after));
        model.frameProperty().addListener((o, before, after) -> show(after));
        show(model.frameProperty().get());
    }

    @FXML
    private void pause() {
        Runnable toggle = model.pausedProperty().get() ? model::resume : model::pause;
        toggle.run();
    }

    private void showPaused(boolean paused) {
        pause.setText(Messages.of(paused ? "live.resume" : "live.pause"));
        pause.getStyleClass().remove("accent");
        if (paused) {
            pause.getStyleClass().add("accent");
        }
    }

    private void show(LiveFrame frame) {
        charts.forEach(chart -> chart.show(frame));
        showLegend(frame.newest());
        showNewest(frame.newest());
    }

    private void addWindows() {
        var group = new ToggleGroup();
        var shapes = List.of("left-pill", "center-pill", "right-pill");
        for (int i = 0; i < LiveViewModel.WINDOWS.size(); i++) {
            var choice = window(LiveViewModel.WINDOWS.get(i));
            choice.setToggleGroup(group);
            choice.getStyleClass().add(shapes.get(i));
            windows.getChildren().add(choice);
        }
        // One of them is always chosen: a second click on it does not unchoose it.
        group.selectedToggleProperty().addListener((o, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            }
        });
    }

    private ToggleButton window(Duration length) {
        var choice = new ToggleButton(Messages.of(windowKey(length)));
        choice.setId("live-window-" + length.toMinutes());
        choice.setSelected(length.equals(model.windowProperty().get()));
        choice.setOnAction(event -> model.choose(length));
        return choice;
    }

    private void addChart(Chart kind) {
        var chart = new TrafficChart(kind, clock, colors);
        charts.add(chart);
        var title = new Label(Messages.of(titleKey(kind)));
        title.getStyleClass().add("chart-caption");
        var key = new Label(Messages.of(keyKey(kind)));
        key.getStyleClass().add("caption");
        var box = new VBox(new HBox(12, title, key), chart.node());
        VBox.setVgrow(chart.node(), Priority.ALWAYS);
        VBox.setVgrow(box, Priority.ALWAYS);
        box.getStyleClass().add("chart-box");
        box.setPrefHeight(kind == Chart.LATENCY ? 220 : 150);
        box.setMinHeight(84);
        chartBox.getChildren().add(box);
    }

    private static String windowKey(Duration length) {
        return switch ((int) length.toMinutes()) {
            case 1 -> "live.window.1";
            case 5 -> "live.window.5";
            default -> "live.window.15";
        };
    }

    private static String titleKey(Chart chart) {
        return switch (chart) {
            case LATENCY -> "live.chart.latency";
            case RATE -> "live.chart.rate";
            case ERRORS -> "live.chart.errors";
        };
    }

    /** What the lines of a chart mean, in a few words. */
    private static String keyKey(Chart chart) {
        return switch (chart) {
            case LATENCY -> "live.chart.latency.key";
            case RATE -> "live.chart.rate.key";
            case ERRORS -> "live.chart.errors.key";
        };
    }

    private void showLegend(List<Row> rows) {
        legend.getChildren().setAll(rows.stream().map(this::legendItem).toList());
    }

    private Label legendItem(Row row) {
        var mark = new Region();
        boolean shadow = row.source() == Source.SHADOW;
        mark.getStyleClass()
                .addAll(
                        shadow ? "dash" : "deployment-dot",
                        colors.apply(row.deployment()).styleClass());
        var text = shadow
                ? Messages.of("live.legend.shadow", row.deployment())
                : row.deployment().text();
        var item = new Label(text, mark);
        item.getStyleClass().add("legend-item");
        return item;
    }

    private void showNewest(List<Row> rows) {
        if (newest.getItems().size() == rows.size()) {
            for (int i = 0; i < rows.size(); i++) {
                newest.getItems().set(i, rows.get(i));
            }
        } else {
            newest.getItems().setAll(rows);
        }
        double height = HEADER_HEIGHT + rows.size() * newest.getFixedCellSize();
        newest.setMinHeight(height);
        newest.setPrefHeight(height);
    }
}

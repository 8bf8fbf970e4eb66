package dev.sluice.console.live;

import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.live.Readout.Row;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Late;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.WholeText;
import dev.sluice.control.Resolution;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds fxml/live.fxml to its view-model. Decides nothing. */
public final class LiveView {

    /** What neither charts nor the table below them take: the card's edges, gaps, and the line between. */
    private static final double AROUND = 60;

    private final LiveViewModel model;
    private final Function<DeploymentName, DeploymentColor> colors;
    private final Consumer<OptionalDouble> pointing;
    private final Runnable saveNumbers;
    private final Consumer<Image> savePicture;
    private final Runnable firstDeployment;
    private final Executor soon;
    private ChartGrid grid;
    private LiveTables tables;

    @FXML
    private VBox page;

    @FXML
    private FlowPane tools;

    @FXML
    private HBox windows;

    @FXML
    private Label range;

    @FXML
    private Button pause;

    @FXML
    private Button live;

    @FXML
    private CheckBox logarithmic;

    @FXML
    private ToggleButton asTable;

    @FXML
    private VBox emptyPanel;

    @FXML
    private Label emptyText;

    @FXML
    private VBox content;

    @FXML
    private VBox chartArea;

    @FXML
    private ScrollPane charts;

    @FXML
    private TableView<Entry> all;

    @FXML
    private TableView<Total> totals;

    @FXML
    private Label totalsTitle;

    @FXML
    private Label readoutTitle;

    @FXML
    private Label readoutHint;

    @FXML
    private TableView<Row> readout;

    /** @param soon runs a task on the UI thread, but never at once */
    LiveView(
            LiveViewModel model,
            Function<DeploymentName, DeploymentColor> colors,
            Consumer<OptionalDouble> pointing,
            Runnable saveNumbers,
            Consumer<Image> savePicture,
            Runnable firstDeployment,
            Executor soon) {
        this.model = model;
        this.colors = colors;
        this.pointing = pointing;
        this.saveNumbers = saveNumbers;
        this.savePicture = savePicture;
        this.firstDeployment = firstDeployment;
        this.soon = soon;
    }

    @FXML
    private void initialize() {
        grid = new ChartGrid(model, colors, pointing, charts);
        chartArea.getChildren().add(grid.times());
        tables = new LiveTables(readout, all, totals, colors, model, soon);
        addWindows();
        logarithmic.selectedProperty().bindBidirectional(model.logarithmicProperty());
        asTable.selectedProperty().bindBidirectional(model.asTableProperty());
        emptyText.textProperty().bind(model.emptyTextProperty());
        showWhile(emptyPanel, model.emptyTextProperty().isNotEmpty());
        showWhile(tools, model.emptyTextProperty().isEmpty());
        showWhile(content, model.emptyTextProperty().isEmpty());
        Late.showWhile(all, model.asTableProperty());
        Late.showWhile(totals, model.asTableProperty());
        showWhile(totalsTitle, model.asTableProperty());
        showWhile(chartArea, model.asTableProperty().not());
        showWhile(readout, model.asTableProperty().not());
        showWhile(
                readoutTitle,
                model.asTableProperty().not().and(readoutTitle.textProperty().isNotEmpty()));
        showWhile(readoutHint, model.asTableProperty().not());
        WholeText.inTooltip(readoutHint);
        showWhile(pause, model.liveProperty());
        showWhile(live, model.liveProperty().not());
        model.frameProperty().addListener((o, before, after) -> show());
        model.asTableProperty().addListener((o, before, after) -> show());
        model.logarithmicProperty().addListener((o, before, after) -> show());
        model.crosshair().atProperty().addListener((o, before, after) -> grid.point(after));
        model.crosshair().readoutProperty().addListener((o, before, after) -> show(after));
        model.highlight().linesProperty().addListener((o, before, after) -> grid.highlight(after));
        model.reasonsProperty().addListener((o, before, after) -> grid.explain(after));
        content.heightProperty().addListener((o, before, height) -> fitTable(height.doubleValue()));
        show();
        show(model.crosshair().readoutProperty().get());
    }

    private void fitTable(double height) {
        tables.fitInto(height - ChartGrid.goodHeight() - AROUND);
    }

    private void show() {
        var frame = model.frameProperty().get();
        range.setText(Messages.of(
                "live.range",
                model.clock().time(frame.from()),
                model.clock().time(frame.to()),
                points(frame.resolution())));
        if (model.asTableProperty().get()) {
            tables.show(frame);
        } else {
            grid.show();
        }
    }

    private static String points(Resolution resolution) {
        long seconds = resolution.length().toSeconds();
        return Moments.merges(resolution)
                ? Messages.of("live.points.merged", seconds, RecentLatencies.LONGEST.toSeconds())
                : Messages.of("live.points", seconds);
    }

    private void show(Readout newer) {
        readoutTitle.setText(newer.title());
        tables.show(newer);
    }

    private void addWindows() {
        var group = new ToggleGroup();
        for (var span : Span.values()) {
            var choice = new ToggleButton(Messages.of(span.textKey()));
            choice.setId("live-window-" + span.id());
            choice.setSelected(span == model.spanProperty().get());
            choice.setOnAction(event -> model.choose(span));
            choice.setToggleGroup(group);
            choice.getStyleClass().add(shape(span));
            windows.getChildren().add(choice);
        }
        // One of them is always chosen: a second click on it does not unchoose it.
        group.selectedToggleProperty().addListener((o, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            }
        });
    }

    private static String shape(Span span) {
        if (span.ordinal() == 0) {
            return "left-pill";
        }
        return span.ordinal() == Span.values().length - 1 ? "right-pill" : "center-pill";
    }

    @FXML
    private void addDeployment() {
        firstDeployment.run();
    }

    @FXML
    private void pause() {
        model.pause();
    }

    @FXML
    private void backToLive() {
        model.resume();
    }

    @FXML
    private void scrollBack() {
        model.scrollBack();
    }

    @FXML
    private void scrollForward() {
        model.scrollForward();
    }

    @FXML
    private void exportNumbers() {
        saveNumbers.run();
    }

    @FXML
    private void exportPicture() {
        var picture = new ChartPicture(model.pictureText(), page, content);
        if (asTable.isSelected()) {
            savePicture.accept(picture.of(content));
        } else {
            picture.take(grid, range, List.of(grid.times(), readoutTitle, readout), savePicture);
        }
    }

    /** The crosshair goes by keys too, and the page through time. */
    @FXML
    private void chartKey(KeyEvent event) {
        Runnable deed = switch (event.getCode()) {
            case LEFT -> () -> model.crosshair().step(event.isShiftDown() ? -10 : -1);
            case RIGHT -> () -> model.crosshair().step(event.isShiftDown() ? 10 : 1);
            case PAGE_UP -> model::scrollBack;
            case PAGE_DOWN -> model::scrollForward;
            case END -> model::resume;
            case ESCAPE -> model.crosshair()::hide;
            default -> () -> {};
        };
        if (event.getCode().isArrowKey() || event.getCode().isNavigationKey()) {
            event.consume();
        }
        deed.run();
    }
}

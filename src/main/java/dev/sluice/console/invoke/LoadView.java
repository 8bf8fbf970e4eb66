package dev.sluice.console.invoke;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.GridPane;

/** Binds fxml/invoke-load.fxml to a run of many requests. Decides nothing. */
final class LoadView {

    private static final int USUAL_TIMES = 20;
    private static final int USUAL_RATE = 20;
    private static final int USUAL_SECONDS = 10;

    private final InvokeViewModel model;
    private final Function<String, DeploymentColor> colors;

    @FXML
    private Button stop;

    @FXML
    private Spinner<Integer> times;

    @FXML
    private Button startTimes;

    @FXML
    private Spinner<Integer> rate;

    @FXML
    private Spinner<Integer> seconds;

    @FXML
    private Button startRate;

    @FXML
    private ScrollPane tallyScroll;

    @FXML
    private GridPane tally;

    @FXML
    private Label summary;

    LoadView(InvokeViewModel model, Function<String, DeploymentColor> colors) {
        this.model = model;
        this.colors = colors;
    }

    @FXML
    private void initialize() {
        var load = model.load();
        times.setValueFactory(new IntegerSpinnerValueFactory(1, LoadPlan.Times.MOST, USUAL_TIMES));
        rate.setValueFactory(new IntegerSpinnerValueFactory(1, LoadPlan.Rate.FASTEST, USUAL_RATE));
        seconds.setValueFactory(new IntegerSpinnerValueFactory(1, LoadPlan.Rate.LONGEST_SECONDS, USUAL_SECONDS));
        startTimes
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.of("invoke.load.start-times", times.getValue()), times.valueProperty()));
        var unavailable =
                load.runningProperty().or(model.endpoint().answerableProperty().not());
        startTimes.disableProperty().bind(unavailable);
        startRate.disableProperty().bind(unavailable);
        stop.visibleProperty().bind(load.runningProperty());
        var view = new LoadTallyView(tallyScroll, tally, summary, colors);
        load.tallyProperty()
                .addListener((o, before, after) ->
                        view.show(after, load.problemProperty().get()));
        load.problemProperty()
                .addListener(
                        (o, before, after) -> view.show(load.tallyProperty().get(), after));
        view.show(load.tallyProperty().get(), "");
    }

    @FXML
    private void startTimes() {
        times.commitValue();
        model.sendMany(new LoadPlan.Times(times.getValue()));
    }

    @FXML
    private void startRate() {
        rate.commitValue();
        seconds.commitValue();
        model.sendMany(new LoadPlan.Rate(rate.getValue(), seconds.getValue()));
    }

    @FXML
    private void stop() {
        model.load().stop();
    }
}

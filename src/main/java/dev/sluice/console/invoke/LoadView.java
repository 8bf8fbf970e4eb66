package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.say;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NumberField;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
    private NumberField times;

    @FXML
    private Button startTimes;

    @FXML
    private NumberField rate;

    @FXML
    private NumberField seconds;

    @FXML
    private Button startRate;

    @FXML
    private Label wrong;

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
        begin(times, LoadPlan.Times.MOST, USUAL_TIMES);
        begin(rate, LoadPlan.Rate.FASTEST, USUAL_RATE);
        begin(seconds, LoadPlan.Rate.LONGEST_SECONDS, USUAL_SECONDS);
        say(wrong, wrongNumber());
        startTimes
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.of("invoke.load.start-times", times.number()), times.valueProperty()));
        var unavailable =
                load.runningProperty().or(model.endpoint().answerableProperty().not());
        startTimes.disableProperty().bind(unavailable.or(times.wrong()));
        startRate.disableProperty().bind(unavailable.or(rate.wrong()).or(seconds.wrong()));
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

    private static void begin(NumberField field, int most, int usual) {
        field.setLimits(1, most);
        field.setNumber(usual);
    }

    /** One line for the three: of the first that is wrong, which of them it is can be seen. */
    private StringBinding wrongNumber() {
        var problems = List.of(times.problemProperty(), rate.problemProperty(), seconds.problemProperty());
        return Bindings.createStringBinding(
                () -> problems.stream()
                        .map(ReadOnlyStringProperty::get)
                        .filter(problem -> !problem.isEmpty())
                        .findFirst()
                        .orElse(""),
                problems.toArray(Observable[]::new));
    }

    @FXML
    private void startTimes() {
        model.sendMany(new LoadPlan.Times(times.number()));
    }

    @FXML
    private void startRate() {
        model.sendMany(new LoadPlan.Rate(rate.number(), seconds.number()));
    }

    @FXML
    private void stop() {
        model.load().stop();
    }
}

package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Late;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.WholeText;
import dev.sluice.console.support.code.CodeEditor;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableObjectValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds fxml/invoke-answer.fxml to the answer on screen; holds the shadow's and the comparison. Decides nothing. */
final class AnswerView {

    private final AnswerModel answer;
    private final InvokeViewModel model;
    private final ObservableObjectValue<Silence> silence;
    private final CompareModel comparison;
    private final Function<String, DeploymentColor> colors;
    private final Node shadow;
    private final Node compare;

    @FXML
    private TabPane tabs;

    @FXML
    private VBox noAnswer;

    @FXML
    private Label noAnswerTitle;

    @FXML
    private Label noAnswerText;

    @FXML
    private Button firstDeployment;

    @FXML
    private VBox answerPanel;

    @FXML
    private Label status;

    @FXML
    private Label cause;

    @FXML
    private HBox answeredBy;

    @FXML
    private Label facts;

    @FXML
    private HBox timeBar;

    @FXML
    private FlowPane timeLegend;

    @FXML
    private Label requestId;

    @FXML
    private HBox trace;

    @FXML
    private Button openLog;

    @FXML
    private CodeEditor body;

    @FXML
    private TitledPane headersPane;

    @FXML
    private CodeEditor headers;

    @FXML
    private Tab shadowTab;

    @FXML
    private Tab compareTab;

    AnswerView(InvokeViewModel model, Function<String, DeploymentColor> colors, Node shadow, Node compare) {
        this.answer = model.answer();
        this.model = model;
        this.silence = model.silenceProperty();
        this.comparison = model.compare();
        this.colors = colors;
        this.shadow = shadow;
        this.compare = compare;
    }

    @FXML
    private void initialize() {
        WholeText.inTooltip(requestId);
        shadowTab.setContent(shadow);
        compareTab.setContent(compare);
        Late.tabs(tabs);
        var nothing = Bindings.createBooleanBinding(() -> answer.shown().isEmpty(), answer.shownProperty());
        showWhile(noAnswer, model.silentProperty());
        Late.showWhile(answerPanel, nothing.not());
        silence.addListener((o, before, after) -> explain(after));
        explain(silence.get());
        answer.shownProperty().addListener((o, before, after) -> after.ifPresent(this::show));
        answer.shown().ifPresent(this::show);
        comparison.busyProperty().addListener((o, before, begins) -> {
            if (begins) {
                tabs.getSelectionModel().select(compareTab);
            }
        });
    }

    private void explain(Silence why) {
        noAnswerTitle.setText(why.title());
        noAnswerText.setText(why.text());
        showIf(firstDeployment, why == Silence.NOBODY);
    }

    @FXML
    private void addDeployment() {
        model.createDeployment();
    }

    @FXML
    private void copyRequestId() {
        answer.copyRequestId();
    }

    @FXML
    private void openLog() {
        answer.openLog();
    }

    private void show(Exchange exchange) {
        var given = exchange.answer();
        var text = new AnswerText(given);
        status.setText(text.status());
        ExchangeCell.setTone(status, text.tone());
        cause.setText(text.cause());
        showIf(cause, !text.cause().isEmpty());
        answeredBy.getChildren().setAll(ExchangeCell.chip(given.answeredBy(), colors));
        facts.setText(text.latency() + "  \u00b7  " + AnswerText.size(given.size()));
        new TimeSplitView(timeBar, timeLegend).show(TimeSplit.of(given));
        requestId.setText(given.requestId());
        showIf(trace, !given.requestId().isEmpty());
        showIf(openLog, AnswerModel.hasLog(exchange));
        headersPane.setText(Messages.of("invoke.headers", given.headers().size()));
        headers.setText(text.headers());
        body.setText(text.body());
        tabs.getSelectionModel().selectFirst();
    }
}

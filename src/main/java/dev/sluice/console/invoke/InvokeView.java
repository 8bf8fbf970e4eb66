package dev.sluice.console.invoke;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.FilePicker;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Binds fxml/invoke.fxml to its view-model. Decides nothing. */
public final class InvokeView {

    private static final KeyCombination SEND = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final List<String> CONTENT_TYPES =
            List.of("application/json", "text/plain", "text/csv", "application/octet-stream");
    private static final int USUAL_BURST = 20;

    private final InvokeViewModel model;
    private final FilePicker files;
    private final ZoneId zone;
    private final BiFunction<EndpointName, DeploymentName, DeploymentColor> colors;

    @FXML
    private Node root;

    @FXML
    private ComboBox<Target> target;

    @FXML
    private ComboBox<String> contentType;

    @FXML
    private TextArea body;

    @FXML
    private Button send;

    @FXML
    private Label problem;

    @FXML
    private TextArea curl;

    @FXML
    private VBox answerPanel;

    @FXML
    private VBox noAnswer;

    @FXML
    private Label status;

    @FXML
    private HBox answeredBy;

    @FXML
    private Label facts;

    @FXML
    private TitledPane headersPane;

    @FXML
    private TextArea headers;

    @FXML
    private TextArea answerBody;

    @FXML
    private Spinner<Integer> burstSize;

    @FXML
    private Button burstStart;

    @FXML
    private Button burstStop;

    @FXML
    private VBox burstResult;

    @FXML
    private ListView<Exchange> history;

    InvokeView(
            InvokeViewModel model,
            FilePicker files,
            ZoneId zone,
            BiFunction<EndpointName, DeploymentName, DeploymentColor> colors) {
        this.model = model;
        this.files = files;
        this.zone = zone;
        this.colors = colors;
    }

    @FXML
    private void initialize() {
        bindRequest();
        bindAnswer();
        bindBurst();
        history.setItems(model.history());
        history.setCellFactory(list -> new ExchangeCell(zone, colors));
        history.getSelectionModel().selectedItemProperty().addListener((o, before, after) -> {
            if (after != null) {
                model.restore(after);
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SEND.match(event)) {
                model.send();
                event.consume();
            }
        });
    }

    @FXML
    private void send() {
        model.send();
    }

    @FXML
    private void loadFile() {
        files.openFile(Messages.of("invoke.file.title"), List.of()).ifPresent(model::loadBody);
    }

    @FXML
    private void copyCurl() {
        model.copyCurl();
    }

    @FXML
    private void startBurst() {
        burstSize.commitValue();
        model.sendMany(burstSize.getValue());
    }

    @FXML
    private void stopBurst() {
        model.burst().stop();
    }

    private void bindRequest() {
        target.setConverter(new TargetText());
        model.targetsProperty().addListener((o, before, after) -> showTargets(after));
        model.targetProperty().addListener((o, before, after) -> target.setValue(after));
        target.valueProperty().addListener((o, before, after) -> {
            if (after != null) {
                model.setTarget(after);
            }
        });
        showTargets(model.targetsProperty().get());
        contentType.getItems().setAll(CONTENT_TYPES);
        contentType.valueProperty().bindBidirectional(model.contentTypeProperty());
        body.textProperty().bindBidirectional(model.bodyProperty());
        send.disableProperty().bind(model.sendingProperty());
        problem.textProperty()
                .bind(Bindings.when(model.problemProperty().isNotEmpty())
                        .then(model.problemProperty())
                        .otherwise(model.burst().problemProperty()));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        curl.textProperty().bind(model.curlProperty());
    }

    private void bindAnswer() {
        model.shownProperty().addListener((o, before, after) -> showAnswer(after));
        noAnswer.visibleProperty().bind(model.shownProperty().isNull());
        answerPanel.visibleProperty().bind(model.shownProperty().isNotNull());
    }

    private void bindBurst() {
        var burst = model.burst();
        burstSize.setValueFactory(new IntegerSpinnerValueFactory(1, Burst.MOST, USUAL_BURST));
        burstStart
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.of("invoke.burst.start", burstSize.getValue()), burstSize.valueProperty()));
        burstStart.disableProperty().bind(burst.runningProperty());
        burstStop.visibleProperty().bind(burst.runningProperty());
        var tallyView = new BurstTallyView(burstResult);
        burst.tallyProperty().addListener((o, before, after) -> tallyView.show(after, this::colorHere));
        tallyView.show(burst.tallyProperty().get(), this::colorHere);
    }

    private void showTargets(List<Target> choices) {
        target.getItems().setAll(choices);
        target.setValue(model.targetProperty().get());
    }

    private void showAnswer(@Nullable Exchange exchange) {
        if (exchange == null) {
            return;
        }
        var text = new AnswerText(exchange.answer());
        status.setText(text.status());
        for (var tone : AnswerText.Tone.values()) {
            status.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT)), tone == text.tone());
        }
        answeredBy.getChildren().setAll(ExchangeCell.chip(exchange, colors));
        facts.setText(text.latency() + "  ·  " + text.size());
        headersPane.setText(
                Messages.of("invoke.headers", exchange.answer().headers().size()));
        headers.setText(text.headers());
        answerBody.setText(text.body());
        answerBody.setScrollTop(0);
    }

    private DeploymentColor colorHere(String deployment) {
        return colors.apply(model.endpoint(), new DeploymentName(deployment));
    }

    /** The traffic rules, or a deployment by its name. */
    private static final class TargetText extends StringConverter<Target> {

        @Override
        public String toString(@Nullable Target target) {
            if (target == null) {
                return "";
            }
            return target instanceof Target.Pinned pinned
                    ? Messages.of("invoke.target.pinned", pinned.deployment())
                    : Messages.of("invoke.target.by-traffic");
        }

        @Override
        public Target fromString(String text) {
            throw new UnsupportedOperationException("a target is chosen, not typed");
        }
    }
}

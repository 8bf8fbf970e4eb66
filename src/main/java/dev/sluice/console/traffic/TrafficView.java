package dev.sluice.console.traffic;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;

import atlantafx.base.controls.ToggleSwitch;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Guarded;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoteLine;
import dev.sluice.console.support.Views;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Binds fxml/traffic.fxml to its view-models. Decides nothing. */
public final class TrafficView {

    /** Lower than this, the mirror is folded to one line until it is asked for. */
    private static final double ROOMY = 600;

    private final TrafficViewModel model;
    private final UndoViewModel undoModel;
    private final MirrorView mirrorView;
    private final Function<DeploymentName, DeploymentColor> colors;
    private final Runnable firstDeployment;
    private final ShareEditor editor;
    private final ShareBar inForceBar = new ShareBar(4);
    private final ShareBar measuredBar = new ShareBar(4);
    private final RetreatButton retreat = new RetreatButton();
    private ShareLines lines;

    @FXML
    private Region root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Node livePanel;

    @FXML
    private Node emptyPanel;

    @FXML
    private ToggleSwitch live;

    @FXML
    private Label draftMark;

    @FXML
    private Label closed;

    @FXML
    private GridPane bars;

    @FXML
    private Guarded retreatPlace;

    @FXML
    private GridPane shares;

    @FXML
    private Label warning;

    @FXML
    private Label news;

    @FXML
    private Label gaveWay;

    @FXML
    private Label problem;

    @FXML
    private Node draftBar;

    @FXML
    private Label effect;

    @FXML
    private NoteLine note;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Button discard;

    @FXML
    private Button apply;

    @FXML
    private StackPane mirrorSlot;

    TrafficView(
            TrafficViewModel model,
            UndoViewModel undoModel,
            MirrorView mirrorView,
            Function<DeploymentName, DeploymentColor> colors,
            Runnable firstDeployment) {
        this.model = model;
        this.undoModel = undoModel;
        this.mirrorView = mirrorView;
        this.colors = colors;
        this.firstDeployment = firstDeployment;
        this.editor = new ShareEditor(colors, this::move, this::moveBorder);
    }

    @FXML
    private void initialize() {
        mirrorSlot.getChildren().add(Views.load("mirror", mirrorView));
        mirrorView.onUnfolded(this::scrollToEnd);
        root.heightProperty().addListener((o, before, after) -> mirrorView.giveRoom(after.doubleValue() >= ROOMY));
        lines = new ShareLines(shares, colors, new ShareLines.Moves(this::move, model::toggleLock, this::allTo));
        bars.add(editor, 1, 0);
        bars.add(inForceBar, 1, 1);
        bars.add(measuredBar, 1, 2);
        retreatPlace.setControl(retreat);
        bindTexts();
        bindButtons();
        live.textProperty()
                .bind(Bindings.when(live.selectedProperty())
                        .then(Messages.of("traffic.live.on"))
                        .otherwise(Messages.of("traffic.live.off")));
        live.disableProperty().bind(model.canFlowProperty().not());
        model.flowingProperty().addListener((o, before, after) -> live.setSelected(after));
        live.selectedProperty().addListener((o, before, after) -> switchLive(after));
        live.setOnKeyPressed(this::flipLive);
        // Told also from one endpoint to another whose deployments stand the same: their colours may not.
        model.rowsProperty()
                .addListener((Observable told) -> show(model.rowsProperty().get()));
        model.whyNothingMeasuredProperty()
                .addListener((o, before, after) -> show(model.rowsProperty().get()));
        new TrafficKeys(this::applyWhatIsChanged, this::putBackOrDiscard, this::undoOrDiscard, undoModel::redo)
                .on(root);
        show(model.rowsProperty().get());
    }

    private void bindTexts() {
        effect.textProperty().bind(model.effectProperty());
        closed.textProperty().bind(model.effectProperty());
        note.show(model.note());
        showWhile(
                closed,
                model.flowingProperty().not().and(model.changedProperty().not()));
        showWhile(draftBar, model.changedProperty());
        draftMark.visibleProperty().bind(model.changedProperty());
        draftMark
                .textProperty()
                .bind(Bindings.when(model.busyProperty())
                        .then(Messages.of("traffic.draft-mark.busy"))
                        .otherwise(Messages.of("traffic.draft-mark")));
        say(warning, model.warningProperty());
        say(news, model.newsProperty());
        say(gaveWay, model.gaveWayProperty());
        say(problem, model.problemProperty());
    }

    private void bindButtons() {
        var nothingToApply = model.changedProperty().not().or(model.busyProperty());
        apply.disableProperty().bind(nothingToApply.or(model.heldBackProperty()).or(lines.wrongProperty()));
        discard.disableProperty().bind(nothingToApply);
        explain(undo, undoModel.undoProperty());
        explain(redo, undoModel.redoProperty());
    }

    /** Enabled while there is something to say about what it would do. */
    private static void explain(Button button, ObservableStringValue hint) {
        var tip = new Tooltip();
        tip.textProperty().bind(hint);
        button.setTooltip(tip);
        button.accessibleHelpProperty().bind(hint);
        button.disableProperty().bind(Bindings.isEmpty(hint));
    }

    @FXML
    private void addDeployment() {
        firstDeployment.run();
    }

    @FXML
    private void apply() {
        model.apply();
    }

    @FXML
    private void discard() {
        lines.putBack();
        model.discard();
    }

    @FXML
    private void undo() {
        undoModel.undo();
    }

    @FXML
    private void redo() {
        undoModel.redo();
    }

    /** All drafts, or nothing while a number that is typed is none. */
    void applyWhatIsChanged() {
        if (lines.showWrong() || mirrorView.showWrong()) {
            return;
        }
        if (!mirrorView.isChanged()) {
            model.apply();
        } else if (model.changedProperty().get()) {
            model.applyWith(mirrorView.draft());
        } else {
            mirrorView.apply();
        }
    }

    /** Whether there was a draft. */
    boolean discardAll() {
        boolean wasDraft = model.changedProperty().get() || mirrorView.isChanged();
        putBack();
        if (wasDraft) {
            model.discard();
            mirrorView.discard();
        }
        return wasDraft;
    }

    /** The last good numbers instead of those that are none; whether there were such. */
    boolean putBack() {
        return lines.putBack() | mirrorView.putBack();
    }

    /** A number that is none goes first, and leaves the draft. */
    private boolean putBackOrDiscard() {
        return putBack() || discardAll();
    }

    /** A draft goes first: who has just moved a slider does not mean the traffic in force. */
    private void undoOrDiscard() {
        if (!discardAll()) {
            undoModel.undo();
        }
    }

    /** The switch itself knows the mouse only. */
    private void flipLive(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE) {
            live.setSelected(!live.isSelected());
            key.consume();
        }
    }

    private void switchLive(boolean on) {
        if (on != model.flowingProperty().get()) {
            Runnable turn = on ? model::turnOn : model::turnOff;
            turn.run();
        }
    }

    private void scrollToEnd() {
        root.applyCss();
        root.layout();
        scroll.setVvalue(scroll.getVmax());
    }

    private void show(List<ShareRow> rows) {
        lines.show(rows);
        model.retreat().ifPresent(row -> retreat.show(row, colors.apply(row.name()), this::allTo));
        editor.show(rows, Messages.of("traffic.bar.none"));
        inForceBar.show(parts(rows, ShareRow::inForce), Messages.of("traffic.bar.none"));
        measuredBar.show(
                parts(rows, row -> row.measured().orElse(0)),
                model.whyNothingMeasuredProperty().get());
        showIf(emptyPanel, rows.isEmpty());
        showIf(livePanel, !rows.isEmpty());
        showIf(mirrorSlot, !rows.isEmpty());
    }

    /** What is typed goes with the draft. */
    private void allTo(DeploymentName name) {
        lines.putBack();
        model.allTo(name);
    }

    private List<ShareBar.Part> parts(List<ShareRow> rows, ToDoubleFunction<ShareRow> share) {
        return ShareBar.parts(rows, colors, share);
    }

    /** Shown again even if nothing changed: a slider pulled past its limit must jump back to it. */
    private void move(DeploymentName name, int percent) {
        model.setShare(name, percent);
        show(model.rowsProperty().get());
    }

    private void moveBorder(DeploymentName left, DeploymentName right, int share) {
        model.setBetween(left, right, share);
        show(model.rowsProperty().get());
    }
}

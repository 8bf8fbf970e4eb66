package dev.sluice.console.traffic;

import atlantafx.base.controls.ToggleSwitch;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Views;
import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the live part of fxml/traffic.fxml to its view-model. Decides nothing. */
public final class TrafficView {

    private static final KeyCombination APPLY = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DISCARD = new KeyCodeCombination(KeyCode.ESCAPE);
    private static final PseudoClass DRAFT = PseudoClass.getPseudoClass("draft");
    private static final int FIRST_LINE = 1;

    private final TrafficViewModel model;
    private final MirrorView mirrorView;
    private final Function<DeploymentName, DeploymentColor> colors;
    private final Map<DeploymentName, ShareRowControls> lines = new LinkedHashMap<>();
    private final ShareBar draftBar = new ShareBar();
    private final ShareBar inForceBar = new ShareBar();
    private final ShareBar measuredBar = new ShareBar();

    @FXML
    private Node root;

    @FXML
    private VBox livePanel;

    @FXML
    private VBox emptyPanel;

    @FXML
    private ToggleSwitch live;

    @FXML
    private Label draftMark;

    @FXML
    private GridPane bars;

    @FXML
    private GridPane shares;

    @FXML
    private Label effect;

    @FXML
    private Label problem;

    @FXML
    private Button undo;

    @FXML
    private Button discard;

    @FXML
    private Button apply;

    @FXML
    private StackPane mirrorSlot;

    TrafficView(TrafficViewModel model, MirrorView mirrorView, Function<DeploymentName, DeploymentColor> colors) {
        this.model = model;
        this.mirrorView = mirrorView;
        this.colors = colors;
    }

    @FXML
    private void initialize() {
        mirrorSlot.getChildren().add(Views.load("mirror", mirrorView));
        draftBar.pseudoClassStateChanged(DRAFT, true);
        bars.add(draftBar, 1, 0);
        bars.add(inForceBar, 1, 1);
        bars.add(measuredBar, 1, 2);
        effect.textProperty().bind(model.effectProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        draftMark.visibleProperty().bind(model.changedProperty());
        var nothingToApply = model.changedProperty().not().or(model.busyProperty());
        apply.disableProperty().bind(nothingToApply);
        discard.disableProperty().bind(nothingToApply);
        undo.visibleProperty().bind(model.canUndoProperty());
        live.disableProperty().bind(model.canFlowProperty().not());
        model.flowingProperty().addListener((o, before, after) -> live.setSelected(after));
        live.selectedProperty().addListener((o, before, after) -> switchLive(after));
        model.rowsProperty().addListener((o, before, after) -> show(after));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        show(model.rowsProperty().get());
    }

    @FXML
    private void apply() {
        lines.values().forEach(ShareRowControls::commit);
        model.apply();
    }

    @FXML
    private void discard() {
        model.discard();
    }

    @FXML
    private void undo() {
        model.undo();
    }

    private void switchLive(boolean on) {
        if (on != model.flowingProperty().get()) {
            Runnable turn = on ? model::turnOn : model::turnOff;
            turn.run();
        }
    }

    private void pressed(KeyEvent event) {
        if (APPLY.match(event)) {
            applyWhatIsChanged();
            event.consume();
        } else if (DISCARD.match(event) && (model.changedProperty().get() || mirrorView.isChanged())) {
            model.discard();
            mirrorView.discard();
            event.consume();
        }
    }

    private void applyWhatIsChanged() {
        apply();
        mirrorView.apply();
    }

    private void show(List<ShareRow> rows) {
        var names = rows.stream().map(ShareRow::name).toList();
        if (!List.copyOf(lines.keySet()).equals(names)) {
            rebuild(names);
        }
        rows.forEach(row -> lines.get(row.name()).show(row));
        draftBar.show(parts(rows, ShareRow::draft), Messages.of("traffic.bar.none"));
        inForceBar.show(parts(rows, ShareRow::inForce), Messages.of("traffic.bar.none"));
        measuredBar.show(parts(rows, row -> row.measured().orElse(0)), Messages.of("traffic.bar.no-requests"));
        showWhen(emptyPanel, rows.isEmpty());
        showWhen(livePanel, !rows.isEmpty());
        showWhen(mirrorSlot, !rows.isEmpty());
    }

    private static void showWhen(Node panel, boolean wanted) {
        panel.setVisible(wanted);
        panel.setManaged(wanted);
    }

    private void rebuild(List<DeploymentName> names) {
        shares.getChildren().removeIf(child -> line(child) >= FIRST_LINE);
        lines.clear();
        int line = FIRST_LINE;
        for (var name : names) {
            var controls = new ShareRowControls(name, colors.apply(name));
            controls.onMove(percent -> move(name, percent));
            controls.onLock(() -> model.toggleLock(name));
            controls.onAllTo(() -> model.allTo(name));
            controls.addTo(shares, line);
            lines.put(name, controls);
            line += 2;
        }
    }

    /** Shown again even if nothing changed: a slider pulled past its limit must jump back to it. */
    private void move(DeploymentName name, int percent) {
        model.setShare(name, percent);
        show(model.rowsProperty().get());
    }

    private static int line(Node child) {
        var line = GridPane.getRowIndex(child);
        return line == null ? 0 : line;
    }

    private List<ShareBar.Part> parts(List<ShareRow> rows, ToDoubleFunction<ShareRow> share) {
        var parts = new ArrayList<ShareBar.Part>();
        rows.forEach(row ->
                parts.add(new ShareBar.Part(row.name().text(), colors.apply(row.name()), share.applyAsDouble(row))));
        return parts;
    }
}

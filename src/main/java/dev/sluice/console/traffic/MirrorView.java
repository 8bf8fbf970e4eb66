package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.MirrorLedger;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Binds fxml/mirror.fxml to its view-model. Decides nothing. */
public final class MirrorView {

    private final MirrorViewModel model;
    private final IntegerSpinnerValueFactory number = new IntegerSpinnerValueFactory(0, 50);

    @FXML
    private ComboBox<DeploymentName> target;

    @FXML
    private Slider share;

    @FXML
    private Spinner<Integer> shareNumber;

    @FXML
    private Label state;

    @FXML
    private Label limits;

    @FXML
    private Label problem;

    @FXML
    private VBox ledgerSection;

    @FXML
    private FlowPane ledger;

    @FXML
    private Button stop;

    @FXML
    private Button discard;

    @FXML
    private Button apply;

    MirrorView(MirrorViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        shareNumber.setValueFactory(number);
        state.textProperty().bind(model.stateProperty());
        limits.textProperty().bind(model.limitsProperty());
        limits.visibleProperty().bind(model.limitsProperty().isNotEmpty());
        limits.managedProperty().bind(limits.visibleProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var nothingToApply = model.changedProperty().not().or(model.busyProperty());
        apply.disableProperty().bind(nothingToApply);
        discard.disableProperty().bind(nothingToApply);
        stop.disableProperty().bind(model.runningProperty().not().or(model.busyProperty()));
        ledgerSection.visibleProperty().bind(model.countedProperty());
        ledgerSection.managedProperty().bind(ledgerSection.visibleProperty());
        bindTarget();
        bindShare();
        model.ledgerProperty().addListener((o, before, after) -> showLedger(after));
        showLedger(model.ledgerProperty().get());
    }

    boolean isChanged() {
        return model.changedProperty().get();
    }

    @FXML
    void apply() {
        shareNumber.commitValue();
        model.apply();
    }

    @FXML
    void discard() {
        model.discard();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    private void bindTarget() {
        model.targetsProperty().addListener((o, before, after) -> showTargets(after));
        model.targetProperty().addListener((o, before, after) -> target.setValue(after));
        target.valueProperty().addListener((o, before, after) -> {
            if (after != null) {
                model.setTarget(after);
            }
        });
        showTargets(model.targetsProperty().get());
    }

    private void bindShare() {
        share.valueProperty().addListener((o, before, after) -> model.setShare((int) Math.round(after.doubleValue())));
        number.valueProperty().addListener((o, before, after) -> model.setShare(after));
        model.shareProperty().addListener((o, before, after) -> {
            share.setValue(after.intValue());
            number.setValue(after.intValue());
        });
    }

    private void showTargets(List<DeploymentName> names) {
        target.getItems().setAll(names);
        target.setValue(model.targetProperty().get());
        for (var control : List.of(target, share, shareNumber)) {
            control.setDisable(names.isEmpty());
        }
    }

    private void showLedger(MirrorLedger counts) {
        ledger.getChildren()
                .setAll(
                        tile("mirror.ledger.sampled", counts.sampled()),
                        tile("mirror.ledger.answered", counts.answered()),
                        tile("mirror.ledger.failed", counts.failed()),
                        tile("mirror.ledger.timed-out", counts.timedOut()),
                        tile("mirror.ledger.reset", counts.reset()),
                        tile("mirror.ledger.dropped-queue", counts.droppedQueue()),
                        tile("mirror.ledger.dropped-size", counts.droppedSize()),
                        tile("mirror.ledger.in-flight", counts.inFlight()));
    }

    private static VBox tile(String key, long count) {
        var number = new Label(Messages.of("mirror.count", count));
        number.setId(key.replace('.', '-'));
        number.getStyleClass().add("ledger-count");
        var name = new Label(Messages.of(key));
        name.getStyleClass().add("caption");
        var tile = new VBox(2, number, name);
        tile.getStyleClass().add("ledger-tile");
        return tile;
    }
}

package dev.sluice.console.traffic;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.Late;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoteLine;
import dev.sluice.console.support.NumberField;
import dev.sluice.console.support.Views;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.metrics.MirrorLedger;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/** Binds fxml/mirror.fxml to its view-model. Decides nothing. */
public final class MirrorView {

    private final MirrorViewModel model;
    private final AgreementViewModel agreement;
    private Runnable unfolded = () -> {};
    private BiConsumer<DeploymentId, String> logs = (deployment, words) -> {};
    private boolean foldedByHand;

    @FXML
    private ToggleButton fold;

    @FXML
    private Node body;

    @FXML
    private ComboBox<DeploymentName> target;

    @FXML
    private Slider share;

    @FXML
    private NumberField shareNumber;

    @FXML
    private Label shareProblem;

    @FXML
    private Label draftMark;

    @FXML
    private Label state;

    @FXML
    private Label brief;

    @FXML
    private Label load;

    @FXML
    private Label warning;

    @FXML
    private Label limits;

    @FXML
    private Label problem;

    @FXML
    private Node ledgerSection;

    @FXML
    private FlowPane ledger;

    @FXML
    private Hyperlink shadowLog;

    @FXML
    private Pane agreementSlot;

    @FXML
    private Button stop;

    @FXML
    private NoteLine note;

    @FXML
    private Button discard;

    @FXML
    private Button apply;

    MirrorView(MirrorViewModel model, AgreementViewModel agreement) {
        this.model = model;
        this.agreement = agreement;
    }

    @FXML
    private void initialize() {
        shareNumber.setRule("number.percent");
        shareNumber.setLimits(0, Mirror.LIMIT.value());
        say(shareProblem, shareNumber.problemProperty());
        state.textProperty().bind(model.stateProperty());
        say(load, model.loadProperty());
        say(warning, model.warningProperty());
        say(limits, model.limitsProperty());
        say(problem, model.problemProperty());
        showWhile(draftMark, model.changedProperty());
        showWhile(note, model.changedAloneProperty());
        note.show(model.note());
        var nothingToApply = model.changedProperty().not().or(model.busyProperty());
        apply.disableProperty().bind(nothingToApply.or(model.heldBackProperty()).or(shareNumber.wrong()));
        discard.disableProperty().bind(nothingToApply);
        stop.disableProperty().bind(model.runningProperty().not());
        showWhile(body, fold.selectedProperty());
        fold.selectedProperty().addListener((o, before, after) -> putBackUnseen(after));
        showWhile(brief, fold.selectedProperty().not().and(model.countedProperty()));
        var answers = new AgreementView(agreement, this::openLog);
        agreementSlot.getChildren().add(Views.load("agreement", answers));
        Late.showWhile(ledgerSection, model.countedProperty());
        bindTarget();
        bindShare();
        model.ledgerProperty().addListener((o, before, after) -> showLedger(after));
        showLedger(model.ledgerProperty().get());
        model.failingProperty().addListener((o, before, after) -> showFailing(after));
        showFailing(model.failingProperty().get());
        agreement.briefProperty().addListener((o, before, after) -> showBrief());
    }

    /** @param opened is called when the user has unfolded it */
    void onUnfolded(Runnable opened) {
        unfolded = opened;
    }

    /** @param opened is told whose log the user wants to see, and which lines: those with these words, if any */
    void onLog(BiConsumer<DeploymentId, String> opened) {
        logs = opened;
    }

    /** Unfolds it where there is room for all of it, unless the user has folded or unfolded it by hand. */
    void giveRoom(boolean roomy) {
        if (!foldedByHand) {
            fold.setSelected(roomy);
        }
    }

    boolean isChanged() {
        return model.changedProperty().get();
    }

    Mirror draft() {
        return model.draft();
    }

    /** The last good number instead of one that is none; whether there was such. */
    boolean putBack() {
        return shareNumber.putBack();
    }

    /** What holds Apply back must be in sight. */
    private void putBackUnseen(boolean isSeen) {
        if (!isSeen) {
            putBack();
        }
    }

    /** Goes where a number is none; whether there is such. */
    boolean showWrong() {
        if (shareNumber.wrong().get()) {
            shareNumber.requestFocus();
        }
        return shareNumber.wrong().get();
    }

    @FXML
    void apply() {
        model.apply();
    }

    @FXML
    void discard() {
        putBack();
        model.discard();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void openShadowLog() {
        model.failingProperty().get().ifPresent(shadow -> logs.accept(shadow, ""));
    }

    private void openLog(String requestId) {
        agreement.shadow().ifPresent(shadow -> logs.accept(shadow, requestId));
    }

    @FXML
    private void fold() {
        foldedByHand = true;
        if (fold.isSelected()) {
            unfolded.run();
        }
    }

    private void bindTarget() {
        model.targetsProperty().addListener((o, before, after) -> showTargets(after));
        model.targetProperty().addListener((o, before, after) -> target.setValue(after));
        target.setTooltip(new Tooltip());
        target.getTooltip()
                .textProperty()
                .bind(Bindings.createStringBinding(this::wholeTarget, target.valueProperty()));
        target.valueProperty().addListener((o, before, after) -> {
            if (after != null && !after.equals(model.targetProperty().get())) {
                model.setTarget(after);
            }
        });
        showTargets(model.targetsProperty().get());
    }

    /** A long name is cut in the box. */
    private String wholeTarget() {
        var name = target.getValue();
        return name == null ? Messages.of("mirror.target") : name.text();
    }

    private void bindShare() {
        share.valueProperty().addListener((o, before, after) -> move((int) Math.round(after.doubleValue())));
        shareNumber.valueProperty().addListener((o, before, after) -> move(after));
        ShareKeys.on(share, by -> move(model.shareProperty().get() + by));
        model.shareProperty().addListener((o, before, after) -> {
            share.setValue(after.intValue());
            shareNumber.setNumber(after.intValue());
        });
    }

    private void move(int percent) {
        if (percent != model.shareProperty().get()) {
            model.setShare(percent);
        }
    }

    private void showTargets(List<DeploymentName> names) {
        var chosen = model.targetProperty().get();
        target.getItems().setAll(names);
        target.setValue(chosen);
        for (var control : List.of(target, share, shareNumber)) {
            control.setDisable(names.isEmpty());
        }
        if (names.isEmpty()) {
            shareNumber.putBack(); // nobody could mend what is wrong in it
        }
    }

    private void showLedger(MirrorLedger counts) {
        showBrief();
        ledger.getChildren().setAll(LedgerTiles.of(counts));
    }

    private void showBrief() {
        var counts = model.ledgerProperty().get();
        var copies = Messages.of("mirror.ledger.brief", counts.sampled(), counts.answered());
        var answers = agreement.briefProperty().get();
        brief.setText(answers.isEmpty() ? copies : copies + "\n" + answers);
    }

    private void showFailing(Optional<DeploymentId> shadow) {
        shadow.ifPresent(id -> shadowLog.setText(Messages.of("mirror.ledger.log", id.deployment())));
        showIf(shadowLog, shadow.isPresent());
    }
}

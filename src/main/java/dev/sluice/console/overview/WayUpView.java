package dev.sluice.console.overview;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.overview.WayUpViewModel.Failure;
import dev.sluice.console.overview.WayUpViewModel.Kind;
import dev.sluice.console.support.JobSteps.Standing;
import dev.sluice.console.support.JobSteps.Step;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.ProblemList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds fxml/overview-way-up.fxml to its view-model. Decides nothing. */
final class WayUpView {

    private static final int MOST_LINES_SHOWN = 18;
    private static final double LINE = 15;

    private final WayUpViewModel model;
    private final Consumer<String> edit;
    private final Runnable delete;
    private final ProblemList problems = new ProblemList();

    @FXML
    private VBox progress;

    @FXML
    private Label progressTitle;

    @FXML
    private Label progressAbout;

    @FXML
    private Button stopUpdate;

    @FXML
    private HBox steps;

    @FXML
    private Label lastLine;

    @FXML
    private VBox failure;

    @FXML
    private Label failureTitle;

    @FXML
    private Label failureKind;

    @FXML
    private StackPane problem;

    @FXML
    private TextArea trace;

    @FXML
    private Button tryAgain;

    @FXML
    private Button forget;

    @FXML
    private Button deleteFailed;

    /**
     * @param edit opens a text that failed, to be mended
     * @param delete asks whether the deployment is to be deleted
     */
    WayUpView(WayUpViewModel model, Consumer<String> edit, Runnable delete) {
        this.model = model;
        this.edit = edit;
        this.delete = delete;
    }

    @FXML
    private void initialize() {
        problem.getChildren().setAll(problems);
        model.kindProperty().addListener((o, before, after) -> show());
        model.stepsProperty().addListener((o, before, after) -> show());
        model.failureProperty().addListener((o, before, after) -> show());
        show();
    }

    @FXML
    private void stopUpdate() {
        model.dropUpdate();
    }

    @FXML
    private void forget() {
        model.dropUpdate();
    }

    @FXML
    private void tryAgain() {
        model.tryAgain();
    }

    @FXML
    private void editFailed() {
        model.rejectedText().ifPresent(edit);
    }

    @FXML
    private void copyFailure() {
        model.copyFailure();
    }

    @FXML
    private void delete() {
        delete.run();
    }

    private void show() {
        boolean isUpdate = model.kindProperty().get() == Kind.UPDATE;
        boolean hasFailed = model.failureProperty().get().isPresent();
        showSteps(model.stepsProperty().get());
        progressTitle.setText(Messages.of(progressKey(isUpdate, hasFailed)));
        showIf(progressAbout, isUpdate && !hasFailed);
        showIf(stopUpdate, isUpdate && !hasFailed);
        showFailure(model.failureProperty().get());
        failureTitle.setText(Messages.of(isUpdate ? "update.failure" : "overview.failure"));
        tryAgain.setText(Messages.of(isUpdate ? "update.try-again" : "overview.failure.recreate"));
        showIf(forget, isUpdate);
        showIf(deleteFailed, !isUpdate);
    }

    private static String progressKey(boolean isUpdate, boolean hasFailed) {
        if (hasFailed) {
            return "overview.progress.failed";
        }
        return isUpdate ? "update.progress" : "overview.progress";
    }

    private void showSteps(List<Step> now) {
        showIf(progress, !now.isEmpty());
        StepsRow.show(steps, now);
        var line = now.stream()
                .filter(step -> step.standing() == Standing.RUNNING)
                .map(Step::lastLine)
                .findFirst()
                .orElse("");
        lastLine.setText(line);
        showIf(lastLine, !line.isEmpty());
    }

    private void showFailure(Optional<Failure> failed) {
        showIf(failure, failed.isPresent());
        failed.ifPresent(state -> {
            failureKind.setText(state.kind());
            showIf(failureKind, !state.kind().isEmpty());
            problems.setProblems(List.of(state.problem()));
            var lines = String.join("\n", state.lastLines());
            if (!lines.equals(trace.getText())) {
                trace.setText(lines);
            }
            trace.setPrefHeight(
                    24 + LINE * Math.min(MOST_LINES_SHOWN, state.lastLines().size()));
            showIf(trace, !lines.isEmpty());
        });
    }
}

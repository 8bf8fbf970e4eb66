package dev.sluice.console.overview;

import dev.sluice.console.overview.DeploymentOverviewViewModel.InstanceRow;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.JobSteps.Standing;
import dev.sluice.console.support.JobSteps.Step;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.ProblemList;
import dev.sluice.console.support.Rows;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState.Failed;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds fxml/overview-deployment.fxml to its view-model. Decides nothing. */
final class DeploymentOverviewView {

    private static final int MOST_LINES_SHOWN = 18;
    private static final double LINE = 15;

    private final DeploymentOverviewViewModel model;
    private final ProblemList problems = new ProblemList();

    @FXML
    private VBox progress;

    @FXML
    private Label progressTitle;

    @FXML
    private HBox steps;

    @FXML
    private Label lastLine;

    @FXML
    private VBox failure;

    @FXML
    private StackPane problem;

    @FXML
    private TextArea trace;

    @FXML
    private Button deleteFailed;

    @FXML
    private Label environmentNote;

    @FXML
    private Spinner<Integer> wanted;

    @FXML
    private Button scale;

    @FXML
    private TableView<InstanceRow> table;

    @FXML
    private TableColumn<InstanceRow, InstanceRow> nameColumn;

    @FXML
    private TableColumn<InstanceRow, InstanceRow> conditionColumn;

    @FXML
    private TableColumn<InstanceRow, InstanceRow> addressColumn;

    @FXML
    private TableColumn<InstanceRow, InstanceRow> inFlightColumn;

    @FXML
    private TableColumn<InstanceRow, InstanceRow> sinceColumn;

    @FXML
    private Label noInstances;

    @FXML
    private GridPane attributes;

    @FXML
    private HBox foot;

    @FXML
    private Button delete;

    @FXML
    private Label deleteHint;

    DeploymentOverviewView(DeploymentOverviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        problem.getChildren().setAll(problems);
        model.stepsProperty().addListener((o, before, after) -> showSteps(after));
        model.failureProperty().addListener((o, before, after) -> showFailure(after));
        model.instancesProperty().addListener((o, before, after) -> showInstances(after));
        model.attributesProperty().addListener((o, before, after) -> showAttributes(after));
        environmentNote.textProperty().bind(model.environmentNoteProperty());
        environmentNote.visibleProperty().bind(model.environmentNoteProperty().isNotEmpty());
        environmentNote.managedProperty().bind(environmentNote.visibleProperty());
        deleteHint.textProperty().bind(model.deleteHintProperty());
        delete.disableProperty().bind(model.canDeleteProperty().not());
        deleteFailed.disableProperty().bind(model.canDeleteProperty().not());
        var counts = new IntegerSpinnerValueFactory(
                1, DeploymentSpec.MOST_INSTANCES, model.wantedProperty().get());
        wanted.setValueFactory(counts);
        counts.valueProperty().bindBidirectional(model.wantedProperty());
        scale.disableProperty().bind(model.canScaleProperty().not());
        buildTable();
        showSteps(model.stepsProperty().get());
        showFailure(model.failureProperty().get());
        showInstances(model.instancesProperty().get());
        showAttributes(model.attributesProperty().get());
    }

    @FXML
    private void scale() {
        model.scale();
    }

    @FXML
    private void delete() {
        model.delete();
    }

    @FXML
    private void copyFailure() {
        model.copyFailure();
    }

    private void buildTable() {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        Cells.text(nameColumn, InstanceRow::name);
        Cells.draw(
                conditionColumn,
                row -> new Label(
                        row.mark().text(),
                        Icons.of(row.mark().icon(), row.mark().styleClass())));
        Cells.text(addressColumn, InstanceRow::address);
        Cells.text(inFlightColumn, row -> String.valueOf(row.inFlight()));
        Cells.text(sinceColumn, InstanceRow::since);
        Cells.onOpen(table, model::copyAddress);
    }

    private void showSteps(List<Step> now) {
        showWhile(progress, !now.isEmpty());
        StepsRow.show(steps, now);
        var line = now.stream()
                .filter(step -> step.standing() == Standing.RUNNING)
                .map(Step::lastLine)
                .findFirst()
                .orElse("");
        lastLine.setText(line);
        showWhile(lastLine, !line.isEmpty());
    }

    private void showFailure(Optional<Failed> failed) {
        showWhile(failure, failed.isPresent());
        progressTitle.setText(Messages.of(failed.isPresent() ? "overview.progress.failed" : "overview.progress"));
        showWhile(foot, failed.isEmpty());
        failed.ifPresent(state -> {
            problems.setProblems(List.of(state.problem()));
            var lines = state.lastLines();
            trace.setText(String.join("\n", lines));
            trace.setPrefHeight(24 + LINE * Math.min(MOST_LINES_SHOWN, lines.size()));
            showWhile(trace, !lines.isEmpty());
        });
    }

    private void showInstances(List<InstanceRow> rows) {
        Rows.update(table.getItems(), rows);
        Cells.fit(table, rows.size());
        showWhile(table, !rows.isEmpty());
        showWhile(noInstances, rows.isEmpty());
    }

    private void showAttributes(List<Described.Attribute> list) {
        attributes.getChildren().clear();
        for (int i = 0; i < list.size(); i++) {
            var name = new Label(list.get(i).name());
            name.getStyleClass().add("fact-name");
            var value = new Label(list.get(i).value());
            value.setWrapText(true);
            attributes.addRow(i, name, value);
        }
    }

    private static void showWhile(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.comparison.Difference;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.diff.DiffView;
import dev.sluice.console.support.diff.LineDiff;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Binds fxml/invoke-compare.fxml to two answers and what differs in them. Decides nothing. */
final class CompareView {

    private final InvokeViewModel model;
    private final Function<String, DeploymentColor> colors;

    @FXML
    private ComboBox<DeploymentName> leftName;

    @FXML
    private ComboBox<DeploymentName> rightName;

    @FXML
    private Button both;

    @FXML
    private ProgressIndicator comparing;

    @FXML
    private Label compareProblem;

    @FXML
    private GridPane sides;

    @FXML
    private Label verdict;

    @FXML
    private TableView<Difference> differences;

    @FXML
    private TableColumn<Difference, String> pathColumn;

    @FXML
    private TableColumn<Difference, String> leftColumn;

    @FXML
    private TableColumn<Difference, String> rightColumn;

    @FXML
    private DiffView lines;

    CompareView(InvokeViewModel model, Function<String, DeploymentColor> colors) {
        this.model = model;
        this.colors = colors;
    }

    @FXML
    private void initialize() {
        leftName.setConverter(Choices.text(DeploymentName::text));
        rightName.setConverter(Choices.text(DeploymentName::text));
        model.target()
                .offeredProperty()
                .addListener((o, before, after) -> offer(model.endpoint().deployments()));
        offer(model.endpoint().deployments());
        both.disableProperty()
                .bind(Bindings.isNull(leftName.valueProperty())
                        .or(Bindings.isNull(rightName.valueProperty()))
                        .or(model.compare().busyProperty()));
        showWhile(comparing, model.compare().busyProperty());
        say(compareProblem, model.compare().problemProperty());
        pathColumn.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().path()));
        leftColumn.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().left()));
        rightColumn.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().right()));
        differences.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        model.compare()
                .shownProperty()
                .addListener((o, before, after) -> after.ifPresentOrElse(this::show, this::clear));
        model.compare().busyProperty().addListener((o, before, after) -> tellWhyEmpty());
        clear();
    }

    @FXML
    private void sendToBoth() {
        model.sendToBoth(leftName.getValue(), rightName.getValue());
    }

    /** Keeps what was chosen while it is there; else the first two. */
    private void offer(List<DeploymentName> names) {
        offer(leftName, names, 0);
        offer(rightName, names, 1);
    }

    private static void offer(ComboBox<DeploymentName> box, List<DeploymentName> names, int usual) {
        var chosen = box.getValue();
        if (!box.getItems().equals(names)) {
            box.getItems().setAll(names);
        }
        if (chosen != null && names.contains(chosen)) {
            box.setValue(chosen);
        } else {
            box.setValue(usual < names.size() ? names.get(usual) : null);
        }
    }

    private void clear() {
        sides.getChildren().clear();
        tellWhyEmpty();
        differences.setVisible(false);
        lines.setVisible(false);
    }

    private void tellWhyEmpty() {
        if (model.compare().shownProperty().get().isEmpty()) {
            boolean busy = model.compare().busyProperty().get();
            verdict.setText(Messages.of(busy ? "invoke.compare.waiting" : "invoke.compare.empty"));
        }
    }

    private void show(Comparison comparison) {
        sides.getChildren().clear();
        addSide(0, comparison.left());
        addSide(1, comparison.right());
        leftColumn.setText(SideText.name(comparison.left()));
        rightColumn.setText(SideText.name(comparison.right()));
        verdict.setText(SideText.verdict(comparison));
        var found = comparison.verdict() instanceof Comparison.Verdict.ByPath byPath
                ? byPath.differences()
                : List.<Difference>of();
        differences.getItems().setAll(found);
        differences.setVisible(!found.isEmpty());
        var diff = comparison.verdict() instanceof Comparison.Verdict.ByLine byLine ? byLine.diff() : LineDiff.NONE;
        lines.show(diff);
        lines.setVisible(!diff.rows().isEmpty());
    }

    private void addSide(int row, Side side) {
        var chip = ExchangeCell.chip(side.by(), colors);
        var status = ExchangeCell.status(side.status());
        sides.addRow(
                row, chip, status, new Label(AnswerText.latency(side.took())), new Label(AnswerText.size(side.size())));
        if (side.isFailed() && side.hasLog()) {
            var log = new Button(Messages.of("invoke.open-log"));
            log.setId("invoke-compare-log-" + row);
            log.getStyleClass().add("small");
            log.setMinWidth(Region.USE_PREF_SIZE);
            log.setOnAction(event -> model.endpoint()
                    .nameProperty()
                    .get()
                    .ifPresent(endpoint -> model.answer().openLog(endpoint, side)));
            sides.add(log, 4, row);
        }
    }
}

package dev.sluice.console.overview;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.overview.InstancesViewModel.ExitLine;
import dev.sluice.console.overview.InstancesViewModel.ProbeLine;
import dev.sluice.console.support.ConditionMark;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoteLine;
import dev.sluice.console.support.NumberField;
import dev.sluice.console.support.Rows;
import dev.sluice.control.Fleet.Probing;
import dev.sluice.domain.DeploymentSpec;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds fxml/overview-instances.fxml to its view-model. Decides nothing. */
final class InstancesView {

    private final InstancesViewModel model;

    @FXML
    private NumberField wanted;

    @FXML
    private Label wantedProblem;

    @FXML
    private Button scale;

    @FXML
    private HBox scaling;

    @FXML
    private Label effect;

    @FXML
    private NoteLine note;

    @FXML
    private TableView<Place<InstanceRow>> table;

    @FXML
    private TableColumn<Place<InstanceRow>, String> nameColumn;

    @FXML
    private TableColumn<Place<InstanceRow>, ConditionMark> conditionColumn;

    @FXML
    private TableColumn<Place<InstanceRow>, String> versionColumn;

    @FXML
    private TableColumn<Place<InstanceRow>, String> addressColumn;

    @FXML
    private TableColumn<Place<InstanceRow>, String> inFlightColumn;

    @FXML
    private TableColumn<Place<InstanceRow>, String> cpuColumn;

    @FXML
    private TableColumn<Place<InstanceRow>, String> memoryColumn;

    @FXML
    private TableColumn<Place<InstanceRow>, String> ageColumn;

    @FXML
    private TableColumn<Place<InstanceRow>, List<Probing>> probesColumn;

    @FXML
    private Label noInstances;

    @FXML
    private VBox probePane;

    @FXML
    private Label probeTitle;

    @FXML
    private ListView<ProbeLine> probes;

    @FXML
    private VBox endedPane;

    @FXML
    private Label ended;

    @FXML
    private VBox exits;

    InstancesView(InstancesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        wanted.setLimits(1, DeploymentSpec.MOST_INSTANCES);
        wanted.getValueFactory().valueProperty().bindBidirectional(model.wantedProperty());
        say(wantedProblem, wanted.problemProperty());
        var canScale = model.canScaleProperty().and(wanted.wrong().not());
        scale.disableProperty().bind(canScale.not());
        effect.textProperty().bind(model.effectProperty());
        showWhile(scaling, canScale);
        note.show(model.note());
        buildTable();
        probes.setCellFactory(list -> new ProbeCell());
        table.getSelectionModel().selectedItemProperty().addListener((o, before, after) -> showProbes());
        model.rowsProperty().addListener((o, before, after) -> show(after));
        show(model.rowsProperty().get());
        ended.textProperty().bind(model.endedProperty());
        model.exitsProperty().addListener((o, before, after) -> showExits(after));
        showExits(model.exitsProperty().get());
    }

    @FXML
    private void scale() {
        model.scale();
    }

    private void buildTable() {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Cells.text(nameColumn, InstanceRow::name);
        Cells.draw(
                conditionColumn,
                InstanceRow::mark,
                mark -> new Label(mark.text(), Icons.of(mark.icon(), mark.styleClass())));
        Cells.text(versionColumn, InstanceRow::version);
        Cells.text(addressColumn, InstanceRow::address);
        Cells.text(inFlightColumn, row -> String.valueOf(row.inFlight()));
        Cells.text(cpuColumn, InstanceRow::cpu);
        Cells.text(memoryColumn, InstanceRow::memory);
        Cells.text(ageColumn, InstanceRow::age);
        Cells.keep(probesColumn, InstanceRow::probes, ProbeStrip::new, ProbeStrip::show);
        Cells.onOpen(table, model::copyAddress);
    }

    private void show(List<InstanceRow> rows) {
        Place.fill(table.getItems(), rows);
        Cells.fit(table, rows.size());
        showIf(table, !rows.isEmpty());
        showIf(noInstances, rows.isEmpty());
        showProbes();
    }

    /** Of the instance that is chosen in the table. */
    private void showProbes() {
        var chosen = table.getSelectionModel().getSelectedItem();
        showIf(probePane, chosen != null);
        if (chosen != null) {
            probeTitle.setText(Messages.of("overview.probes.of", chosen.row().name()));
            Rows.update(probes.getItems(), model.probesOf(chosen.row()));
        }
    }

    private void showExits(List<ExitLine> lines) {
        exits.getChildren().setAll(lines.stream().map(InstancesView::exit).toList());
        showIf(endedPane, !lines.isEmpty());
    }

    private static Node exit(ExitLine line) {
        var text = new Label(line.lastLines().isEmpty() ? Messages.of("overview.exit.silent") : line.lastLines());
        text.getStyleClass().add("code-block");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        var pane = new TitledPane(line.title(), text);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("dense");
        return pane;
    }
}

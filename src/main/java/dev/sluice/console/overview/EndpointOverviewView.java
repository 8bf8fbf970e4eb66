package dev.sluice.console.overview;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.overview.EndpointOverviewViewModel.Row;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.StateMark;
import dev.sluice.console.support.WholeText;
import dev.sluice.domain.DeploymentId;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds fxml/overview-endpoint.fxml to its view-model. Decides nothing. */
final class EndpointOverviewView {

    private record Named(DeploymentId id, DeploymentColor color) {}

    private final EndpointOverviewViewModel model;

    @FXML
    private Label description;

    @FXML
    private TrafficBar bar;

    @FXML
    private TableView<Place<Row>> table;

    @FXML
    private TableColumn<Place<Row>, Named> nameColumn;

    @FXML
    private TableColumn<Place<Row>, StateMark> stateColumn;

    @FXML
    private TableColumn<Place<Row>, String> liveColumn;

    @FXML
    private TableColumn<Place<Row>, String> shadowColumn;

    @FXML
    private TableColumn<Place<Row>, String> instancesColumn;

    @FXML
    private TableColumn<Place<Row>, String> inFlightColumn;

    @FXML
    private TableColumn<Place<Row>, String> environmentColumn;

    @FXML
    private Button newDeployment;

    @FXML
    private VBox deployments;

    @FXML
    private HBox head;

    @FXML
    private VBox noDeployments;

    @FXML
    private TextField scoringUri;

    @FXML
    private TextField hostUri;

    @FXML
    private Button reveal;

    @FXML
    private VBox secrets;

    @FXML
    private TextField openApiUri;

    @FXML
    private AttributeGrid attributes;

    EndpointOverviewView(EndpointOverviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        say(description, model.descriptionProperty());
        buildTable();
        model.rowsProperty().addListener((o, before, after) -> show(after));
        show(model.rowsProperty().get());
        scoringUri.textProperty().bind(model.scoringUriProperty());
        hostUri.textProperty().bind(model.hostUriProperty());
        openApiUri.textProperty().bind(model.openApiUriProperty());
        model.attributesProperty().addListener((o, before, after) -> attributes.show(after));
        attributes.show(model.attributesProperty().get());
        model.credentials().linesProperty().addListener((o, before, after) -> showSecrets(after));
        showSecrets(model.credentials().linesProperty().get());
    }

    @FXML
    private void addDeployment() {
        model.addDeployment();
    }

    @FXML
    private void copyScoringUri() {
        model.copy(scoringUri.getText());
    }

    @FXML
    private void copyHostUri() {
        model.copy(hostUri.getText());
    }

    @FXML
    private void copyOpenApiUri() {
        model.copy(openApiUri.getText());
    }

    @FXML
    private void reveal() {
        if (model.credentials().revealedProperty().get()) {
            model.credentials().mask();
        } else {
            model.credentials().reveal();
        }
    }

    @FXML
    private void delete() {
        model.delete();
    }

    private void buildTable() {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        Cells.draw(nameColumn, row -> new Named(row.id(), row.color()), this::nameCell);
        Cells.draw(stateColumn, Row::mark, mark -> new Label(mark.text(), Icons.of(mark.icon(), mark.styleClass())));
        Cells.text(liveColumn, row -> percent(row.live()));
        Cells.text(shadowColumn, row -> percent(row.mirrored()));
        Cells.text(instancesColumn, row -> Messages.of("overview.ready-of", row.ready(), row.wanted()));
        Cells.text(inFlightColumn, row -> String.valueOf(row.inFlight()));
        Cells.text(environmentColumn, Row::environment);
        Cells.onOpen(table, row -> model.choose(row.id()));
    }

    private void show(List<Row> rows) {
        Place.fill(table.getItems(), rows);
        Cells.fit(table, rows.size());
        bar.show(rows);
        // An empty table that is only hidden is built and styled all the same.
        var children = rows.isEmpty() ? List.of(head, noDeployments) : List.of(head, bar, table);
        if (!deployments.getChildren().equals(children)) {
            deployments.getChildren().setAll(children);
        }
        showIf(newDeployment, !rows.isEmpty());
    }

    private Node nameCell(Named named) {
        var dot = new Region();
        dot.getStyleClass().addAll("deployment-dot", named.color().styleClass());
        var link = new Hyperlink(named.id().deployment().text(), dot);
        link.setOnAction(event -> model.choose(named.id()));
        return WholeText.inTooltip(link);
    }

    private void showSecrets(List<CredentialsViewModel.Line> lines) {
        var rows = new SecretRows(model.credentials());
        secrets.getChildren().setAll(lines.stream().map(rows::row).toList());
        var shown = model.credentials().revealedProperty().get();
        reveal.setText(Messages.of(shown ? "overview.credentials.hide" : "overview.credentials.show"));
        reveal.setGraphic(Icons.of(shown ? "mdi2e-eye-off-outline" : "mdi2e-eye-outline"));
    }

    private static String percent(int share) {
        return share == 0 ? "\u2013" : Messages.of("share.percent", share);
    }
}

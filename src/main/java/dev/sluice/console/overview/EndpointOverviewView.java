package dev.sluice.console.overview;

import dev.sluice.console.overview.EndpointOverviewViewModel.Pin;
import dev.sluice.console.overview.EndpointOverviewViewModel.Row;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Rows;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Binds fxml/overview-endpoint.fxml to its view-model. Decides nothing. */
final class EndpointOverviewView {

    private final EndpointOverviewViewModel model;

    @FXML
    private Label description;

    @FXML
    private TrafficBar bar;

    @FXML
    private TableView<Row> table;

    @FXML
    private TableColumn<Row, Row> nameColumn;

    @FXML
    private TableColumn<Row, Row> stateColumn;

    @FXML
    private TableColumn<Row, Row> liveColumn;

    @FXML
    private TableColumn<Row, Row> shadowColumn;

    @FXML
    private TableColumn<Row, Row> instancesColumn;

    @FXML
    private TableColumn<Row, Row> inFlightColumn;

    @FXML
    private TableColumn<Row, Row> environmentColumn;

    @FXML
    private Button newDeployment;

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
    private ComboBox<Pin> pin;

    @FXML
    private Label curl;

    EndpointOverviewView(EndpointOverviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        description.textProperty().bind(model.descriptionProperty());
        showWhile(description, !model.descriptionProperty().get().isEmpty());
        buildTable();
        model.rowsProperty().addListener((o, before, after) -> show(after));
        show(model.rowsProperty().get());
        scoringUri.textProperty().bind(model.scoringUriProperty());
        hostUri.textProperty().bind(model.hostUriProperty());
        curl.textProperty().bind(model.curlProperty());
        pin.setConverter(new PinText());
        model.pinsProperty().addListener((o, before, after) -> Rows.update(pin.getItems(), after));
        Rows.update(pin.getItems(), model.pinsProperty().get());
        pin.valueProperty().bindBidirectional(model.pinProperty());
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
    private void copyCurl() {
        model.copyCurl();
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
        Cells.draw(nameColumn, this::nameCell);
        Cells.draw(
                stateColumn,
                row -> new Label(
                        row.mark().text(),
                        Icons.of(row.mark().icon(), row.mark().styleClass())));
        Cells.text(liveColumn, row -> percent(row.live()));
        Cells.text(shadowColumn, row -> percent(row.mirrored()));
        Cells.text(instancesColumn, row -> Messages.of("overview.ready-of", row.ready(), row.wanted()));
        Cells.text(inFlightColumn, row -> String.valueOf(row.inFlight()));
        Cells.text(environmentColumn, Row::environment);
        Cells.onOpen(table, row -> model.choose(row.id()));
    }

    private void show(List<Row> rows) {
        Rows.update(table.getItems(), rows);
        Cells.fit(table, rows.size());
        bar.show(rows);
        showWhile(bar, !rows.isEmpty());
        showWhile(table, !rows.isEmpty());
        showWhile(noDeployments, rows.isEmpty());
        showWhile(newDeployment, !rows.isEmpty());
    }

    private Node nameCell(Row row) {
        var dot = new Region();
        dot.getStyleClass().addAll("deployment-dot", row.color().styleClass());
        var link = new Hyperlink(row.id().deployment().text(), dot);
        link.setOnAction(event -> model.choose(row.id()));
        return link;
    }

    private void showSecrets(List<CredentialsViewModel.Line> lines) {
        secrets.getChildren().setAll(lines.stream().map(this::secret).toList());
        var shown = model.credentials().revealedProperty().get();
        reveal.setText(Messages.of(shown ? "overview.credentials.hide" : "overview.credentials.show"));
        reveal.setGraphic(Icons.of(shown ? "mdi2e-eye-off-outline" : "mdi2e-eye-outline"));
    }

    private Node secret(CredentialsViewModel.Line line) {
        var name = new Label(line.note().isEmpty() ? line.label() : line.label() + ", " + line.note());
        name.getStyleClass().add("fact-name");
        var value = new TextField(line.shown());
        value.setEditable(false);
        value.getStyleClass().add("code-line");
        value.setAccessibleText(line.label());
        HBox.setHgrow(value, Priority.ALWAYS);
        var copy = new Button("", Icons.of("mdi2c-content-copy"));
        copy.getStyleClass().addAll("flat", "button-icon");
        copy.setAccessibleText(Messages.of("copy") + " " + line.label());
        copy.setTooltip(new Tooltip(Messages.of("copy")));
        copy.setOnAction(event -> model.credentials().copy(line));
        var row = new HBox(value, copy);
        row.getStyleClass().add("fact-line");
        var fact = new VBox(name, row);
        fact.getStyleClass().add("fact");
        return fact;
    }

    private static void showWhile(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String percent(int share) {
        return share == 0 ? "\u2013" : Messages.of("share.percent", share);
    }

    private static final class PinText extends StringConverter<Pin> {
        @Override
        public String toString(@Nullable Pin pin) {
            return pin instanceof Pin.To to ? to.deployment().text() : Messages.of("overview.curl.by-traffic");
        }

        @Override
        public Pin fromString(String text) {
            throw new UnsupportedOperationException("a pin is chosen, not typed");
        }
    }
}

package dev.sluice.console.traffic;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.Choices;
import dev.sluice.metrics.Tolerance;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Binds fxml/agreement.fxml to its view-model. Decides nothing. */
public final class AgreementView {

    private final AgreementViewModel model;
    private final Consumer<String> log;
    private AgreementLines lines;

    @FXML
    private Label summary;

    @FXML
    private ComboBox<Tolerance> tolerance;

    @FXML
    private Node table;

    @FXML
    private GridPane grid;

    @FXML
    private Label limits;

    /** @param log is told of which request the user wants to see the shadow's log lines */
    AgreementView(AgreementViewModel model, Consumer<String> log) {
        this.model = model;
        this.log = log;
    }

    @FXML
    private void initialize() {
        lines = new AgreementLines(grid, model::count, log);
        summary.textProperty().bind(model.summaryProperty());
        say(limits, model.limitsProperty());
        Choices.show(tolerance, AgreementInWords::tolerance);
        tolerance.getItems().setAll(Tolerance.values());
        Choices.follow(tolerance, model.toleranceProperty(), model::setTolerance);
        model.rowsProperty().addListener((o, before, after) -> show(after));
        show(model.rowsProperty().get());
    }

    private void show(List<AgreementRow> rows) {
        showIf(table, !rows.isEmpty());
        lines.show(rows);
    }
}

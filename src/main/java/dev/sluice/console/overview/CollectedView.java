package dev.sluice.console.overview;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Binds fxml/overview-collected.fxml to its view-model. Decides nothing. */
final class CollectedView {

    private final CollectedViewModel model;
    private final AttributeGrid grid = new AttributeGrid();

    @FXML
    private VBox off;

    @FXML
    private Label trouble;

    @FXML
    private VBox attributes;

    @FXML
    private Button copy;

    @FXML
    private Button wipe;

    CollectedView(CollectedViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        showWhile(off, model.onProperty().not());
        say(trouble, model.troubleProperty());
        showWhile(copy, model.anythingProperty());
        showWhile(wipe, model.anythingProperty());
        attributes.getChildren().setAll(grid);
        model.attributesProperty().addListener((o, before, after) -> show(after));
        show(model.attributesProperty().get());
    }

    @FXML
    private void copyFolder() {
        model.copyFolder();
    }

    @FXML
    private void wipe() {
        model.wipe();
    }

    private void show(List<Attribute> newer) {
        grid.show(newer);
        showIf(attributes, !newer.isEmpty());
    }
}

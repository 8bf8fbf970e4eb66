package dev.sluice.console.overview;

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
        off.visibleProperty().bind(model.onProperty().not());
        off.managedProperty().bind(off.visibleProperty());
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        copy.visibleProperty().bind(model.anythingProperty());
        copy.managedProperty().bind(copy.visibleProperty());
        wipe.visibleProperty().bind(model.anythingProperty());
        wipe.managedProperty().bind(wipe.visibleProperty());
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
        attributes.setVisible(!newer.isEmpty());
        attributes.setManaged(!newer.isEmpty());
    }
}

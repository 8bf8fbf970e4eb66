package dev.sluice.console.overview;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.Late;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Views;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds fxml/overview-deployment.fxml to its view-model. Decides nothing. */
final class DeploymentOverviewView {

    private final DeploymentOverviewViewModel model;
    private final Consumer<String> edit;

    @FXML
    private StackPane wayUp;

    @FXML
    private Label environmentNote;

    @FXML
    private Label missingPackages;

    @FXML
    private StackPane instances;

    @FXML
    private StackPane collected;

    @FXML
    private ToggleButton showVariables;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    @FXML
    private Button delete;

    @FXML
    private Label deleteHint;

    @FXML
    private Button openTraffic;

    @FXML
    private Button redeploy;

    /** @param edit opens a text that failed, to be mended */
    DeploymentOverviewView(DeploymentOverviewViewModel model, Consumer<String> edit) {
        this.model = model;
        this.edit = edit;
    }

    @FXML
    private void initialize() {
        Late.showWhile(
                wayUp,
                model.wayUp().kindProperty().isNotEqualTo(WayUpViewModel.Kind.NONE),
                () -> Views.load("overview-way-up", new WayUpView(model.wayUp(), edit, model::delete)));
        instances.getChildren().setAll(Views.load("overview-instances", new InstancesView(model.instances())));
        collected.getChildren().setAll(Views.load("overview-collected", new CollectedView(model.collected())));
        say(environmentNote, model.environmentNoteProperty());
        say(missingPackages, model.missingPackagesProperty());
        deleteHint.textProperty().bind(model.deleteHintProperty());
        showWhile(openTraffic, model.deleteHintProperty().isNotEmpty());
        delete.disableProperty().bind(model.canDeleteProperty().not());
        redeploy.disableProperty().bind(model.canRedeployProperty().not());
        showVariables.selectedProperty().bindBidirectional(model.variablesShownProperty());
        model.attributesProperty().addListener((o, before, after) -> showAttributes(after));
        showAttributes(model.attributesProperty().get());
    }

    @FXML
    private void delete() {
        model.delete();
    }

    @FXML
    private void openTraffic() {
        model.openTraffic();
    }

    @FXML
    private void redeploy() {
        model.redeploy();
    }

    /** In two columns of about the same height, in reading order. */
    private void showAttributes(List<AttributeGroup> groups) {
        left.getChildren().clear();
        right.getChildren().clear();
        int all = groups.stream().mapToInt(DeploymentOverviewView::height).sum();
        int placed = 0;
        for (var group : groups) {
            (2 * placed < all ? left : right).getChildren().add(node(group));
            placed += height(group);
        }
        showIf(showVariables, model.hasVariables());
        showVariables.setText(Messages.of(
                model.variablesShownProperty().get() ? "attributes.hide-values" : "attributes.show-values"));
    }

    private static int height(AttributeGroup group) {
        return 2 + group.attributes().size();
    }

    private static Node node(AttributeGroup group) {
        var title = new Label(group.title());
        title.getStyleClass().add("group-title");
        var grid = new AttributeGrid();
        grid.show(group.attributes());
        var box = new VBox(title, grid);
        box.getStyleClass().add("attribute-group");
        return box;
    }
}

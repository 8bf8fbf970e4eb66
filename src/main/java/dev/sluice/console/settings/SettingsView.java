package dev.sluice.console.settings;

import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds fxml/settings.fxml to its view-model. Decides nothing. */
public final class SettingsView {

    /** AtlantaFX draws a field of this state in its danger colour. */
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final SettingsViewModel model;
    private final Runnable cancelled;

    @FXML
    private VBox rows;

    @FXML
    private VBox given;

    @FXML
    private Label givenTitle;

    @FXML
    private TextField trial;

    @FXML
    private Label becomes;

    @FXML
    private Label failure;

    @FXML
    private Button save;

    public SettingsView(SettingsViewModel model, Runnable cancelled) {
        this.model = model;
        this.cancelled = cancelled;
    }

    @FXML
    private void initialize() {
        showRows();
        model.rows().addListener((ListChangeListener<SubstitutionRow>) change -> {
            while (change.next()) {
                if (change.wasAdded() || change.wasRemoved()) { // not what is typed into one
                    showRows();
                }
            }
        });
        given.getChildren()
                .setAll(model.given().stream().map(SettingsView::code).toList());
        showWhen(givenTitle, !model.given().isEmpty());
        showWhen(given, !model.given().isEmpty());
        trial.textProperty().bindBidirectional(model.trialProperty());
        becomes.textProperty().bind(model.becomes());
        failure.textProperty().bind(model.failureProperty());
        save.disableProperty().bind(model.valid().not());
    }

    /** To be called once it is in a window. */
    public void focusFirst() {
        rows.lookup(".text-field").requestFocus();
    }

    private void showRows() {
        rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
    }

    private Node row(SubstitutionRow row) {
        var pattern = field(row.patternProperty(), "settings.images.pattern");
        pattern.setPromptText(Messages.of("settings.images.pattern.prompt"));
        var image = field(row.imageProperty(), "settings.images.image");
        image.setPromptText(Messages.of("settings.images.image.prompt"));
        redden(pattern, row, image);
        redden(image, row, pattern);
        var up = button("mdi2a-arrow-up", "settings.images.up", () -> model.moveUp(row));
        up.setDisable(model.rows().indexOf(row) == 0);
        var remove = button("mdi2d-delete-outline", "settings.images.remove", () -> model.remove(row));
        var arrow = Icons.of("mdi2a-arrow-right");
        var line = new HBox(pattern, arrow, image, up, remove);
        line.getStyleClass().add("substitution");
        var problem = new Label();
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(row.problem());
        problem.visibleProperty().bind(row.problem().isNotEmpty());
        problem.managedProperty().bind(row.problem().isNotEmpty());
        return new VBox(4, line, problem);
    }

    private static TextField field(StringProperty text, String name) {
        var field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.setAccessibleText(Messages.of(name));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /** What is wrong with a row is wrong with the field that is empty, or with both. */
    private static void redden(TextField field, SubstitutionRow row, TextField other) {
        Runnable show = () -> field.pseudoClassStateChanged(
                DANGER,
                !row.problem().get().isEmpty()
                        && (field.getText().isBlank() || !other.getText().isBlank()));
        row.problem().addListener(o -> show.run());
        field.textProperty().addListener(o -> show.run());
        other.textProperty().addListener(o -> show.run());
        show.run();
    }

    private static Button button(String icon, String name, Runnable action) {
        var button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(Messages.of(name));
        button.setTooltip(new Tooltip(Messages.of(name)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Node code(String text) {
        var label = new Label(text);
        label.getStyleClass().add("code-line");
        label.setWrapText(true);
        return label;
    }

    private static void showWhen(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @FXML
    private void add() {
        model.add();
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void cancel() {
        cancelled.run();
    }
}

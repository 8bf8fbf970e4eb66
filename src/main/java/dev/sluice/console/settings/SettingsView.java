package dev.sluice.console.settings;

import static dev.sluice.console.support.Presence.showIf;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Binds fxml/settings.fxml to its view-model. Decides nothing. */
public final class SettingsView {

    private final SettingsViewModel model;
    private final Runnable cancelled;

    @FXML
    private VBox rows;

    @FXML
    private VBox profiles;

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
        showAnew(model.rows(), this::showRows);
        showAnew(model.profileRows(), this::showProfiles);
        given.getChildren()
                .setAll(model.given().stream().map(SettingsView::code).toList());
        showIf(givenTitle, !model.given().isEmpty());
        showIf(given, !model.given().isEmpty());
        trial.textProperty().bindBidirectional(model.trialProperty());
        becomes.textProperty().bind(model.becomes());
        failure.textProperty().bind(model.failureProperty());
        save.disableProperty().bind(model.valid().not());
    }

    /** To be called once it is in a window. */
    public void focusFirst() {
        rows.lookup(".text-field").requestFocus();
    }

    private static <T> void showAnew(ObservableList<T> shown, Runnable show) {
        show.run();
        shown.addListener((ListChangeListener<T>) change -> {
            while (change.next()) {
                if (change.wasAdded() || change.wasRemoved()) { // not what is typed into one
                    show.run();
                }
            }
        });
    }

    private void showRows() {
        rows.getChildren()
                .setAll(model.rows().stream()
                        .map(row -> SettingsRows.substitution(row, model.rows().indexOf(row) == 0, model))
                        .toList());
    }

    private void showProfiles() {
        profiles.getChildren()
                .setAll(model.profileRows().stream()
                        .map(row -> SettingsRows.profile(row, model))
                        .toList());
    }

    private static Node code(String text) {
        var label = new Label(text);
        label.getStyleClass().add("code-line");
        label.setWrapText(true);
        return label;
    }

    @FXML
    private void add() {
        model.add();
    }

    @FXML
    private void addProfile() {
        model.addProfile();
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

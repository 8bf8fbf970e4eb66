package dev.sluice.console.create;

import dev.sluice.console.support.NoteLine;
import dev.sluice.console.support.ProblemList;
import dev.sluice.domain.AuthMode;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

/** Binds fxml/create-endpoint.fxml to its view-model. Decides nothing. */
public final class CreateEndpointView {

    private final CreateEndpointViewModel model;
    private final Runnable cancelled;

    @FXML
    private TextField name;

    @FXML
    private Label nameProblem;

    @FXML
    private RadioButton key;

    @FXML
    private RadioButton token;

    @FXML
    private TextField description;

    @FXML
    private TextField tags;

    @FXML
    private Label tagsProblem;

    @FXML
    private ProblemList problems;

    @FXML
    private NoteLine note;

    @FXML
    private Button cancel;

    @FXML
    private Button create;

    public CreateEndpointView(CreateEndpointViewModel model, Runnable cancelled) {
        this.model = model;
        this.cancelled = cancelled;
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.nameProperty());
        description.textProperty().bindBidirectional(model.descriptionProperty());
        tags.textProperty().bindBidirectional(model.tagsProperty());
        FieldMarks.bind(name, nameProblem, model.nameProblem());
        FieldMarks.bind(tags, tagsProblem, model.tagsProblem());
        showAuth(model.authProperty().get());
        model.authProperty().addListener((o, before, after) -> showAuth(after));
        problems.setProblems(model.problemsProperty().get());
        model.problemsProperty().addListener((o, before, after) -> problems.setProblems(after));
        note.show(model.note());
        cancel.disableProperty().bind(model.busyProperty());
        create.textProperty().bind(model.verb());
        create.disableProperty().bind(model.canCreate().not());
    }

    /** To be called once it is in a window. */
    public void focusFirst() {
        name.requestFocus();
    }

    @FXML
    private void chooseKey() {
        model.authProperty().set(AuthMode.KEY);
    }

    @FXML
    private void chooseToken() {
        model.authProperty().set(AuthMode.AML_TOKEN);
    }

    @FXML
    private void create() {
        model.create();
    }

    @FXML
    private void cancel() {
        model.leave(cancelled);
    }

    private void showAuth(AuthMode auth) {
        key.setSelected(auth == AuthMode.KEY);
        token.setSelected(auth == AuthMode.AML_TOKEN);
    }
}

package dev.sluice.console.create;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoteLine;
import dev.sluice.console.support.NumberField;
import dev.sluice.console.support.ProblemList;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import impl.org.controlsfx.skin.AutoCompletePopupSkin;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/** Binds fxml/create-deployment.fxml to its view-model. Decides nothing. */
public final class CreateDeploymentView {

    private final CreateDeploymentViewModel model;
    private final Runnable cancelled;

    @FXML
    private Label fromFile;

    @FXML
    private TextField name;

    @FXML
    private Label nameProblem;

    @FXML
    private ComboBox<EndpointName> endpoint;

    @FXML
    private TextField modelPath;

    @FXML
    private TextField code;

    @FXML
    private TextField script;

    @FXML
    private ComboBox<EnvironmentKind> environment;

    @FXML
    private Node folderRow;

    @FXML
    private TextField folder;

    @FXML
    private Node imageRow;

    @FXML
    private TextField image;

    @FXML
    private Node condaRow;

    @FXML
    private TextField conda;

    @FXML
    private Node referenceRow;

    @FXML
    private TextField reference;

    @FXML
    private ComboBox<String> instanceType;

    @FXML
    private Label instanceTypeNote;

    @FXML
    private NumberField instances;

    @FXML
    private Label instancesProblem;

    @FXML
    private CheckBox allTraffic;

    @FXML
    private ProblemList problems;

    @FXML
    private Label environmentNote;

    @FXML
    private Label environmentProblem;

    @FXML
    private Label modelProblem;

    @FXML
    private Label codeProblem;

    @FXML
    private Label scriptProblem;

    @FXML
    private Label missing;

    @FXML
    private NoteLine note;

    @FXML
    private Button cancel;

    @FXML
    private Button create;

    public CreateDeploymentView(CreateDeploymentViewModel model, Runnable cancelled) {
        this.model = model;
        this.cancelled = cancelled;
    }

    @FXML
    private void initialize() {
        bindTexts();
        bindChoices();
        bindRows();
        suggest(modelPath, AssetKind.MODEL);
        suggest(reference, AssetKind.ENVIRONMENT);
        problems.setProblems(model.problems().get());
        model.problems().addListener((o, before, after) -> problems.setProblems(after));
        note.show(model.note());
        cancel.disableProperty().bind(model.busyProperty());
        create.textProperty().bind(model.verb());
        say(environmentNote, model.environmentNote());
        create.disableProperty().bind(model.canCreate().not().or(instances.wrong()));
    }

    /** To be called once it is in a window. */
    public void focusFirst() {
        name.requestFocus();
    }

    @FXML
    private void browseModelFile() {
        model.paths().pickModelFile();
    }

    @FXML
    private void browseModelFolder() {
        model.paths().pickModelFolder();
    }

    @FXML
    private void browseCode() {
        model.paths().pickCode();
    }

    @FXML
    private void browseEnvironment() {
        model.paths().pickEnvironment();
    }

    @FXML
    private void browseConda() {
        model.paths().pickConda();
    }

    @FXML
    private void create() {
        model.create();
    }

    @FXML
    private void cancel() {
        model.leave(cancelled);
    }

    private void bindTexts() {
        var draft = model.draft();
        name.textProperty().bindBidirectional(draft.name);
        modelPath.textProperty().bindBidirectional(draft.model);
        code.textProperty().bindBidirectional(draft.code);
        script.textProperty().bindBidirectional(draft.script);
        folder.textProperty().bindBidirectional(draft.folder);
        image.textProperty().bindBidirectional(draft.image);
        conda.textProperty().bindBidirectional(draft.conda);
        reference.textProperty().bindBidirectional(draft.reference);
        FieldMarks.bind(name, nameProblem, model.nameProblem());
        FieldMarks.bind(modelPath, modelProblem, model.problem(DraftField.MODEL));
        FieldMarks.bind(code, codeProblem, model.problem(DraftField.CODE));
        FieldMarks.bind(script, scriptProblem, model.problem(DraftField.SCRIPT));
        say(environmentProblem, model.environmentProblem());
        instanceTypeNote.textProperty().bind(model.instanceTypeNote());
        missing.textProperty().bind(model.missing());
        fromFile.textProperty().bind(model.fromFileProperty());
        showWhile(fromFile, model.fromFileProperty().isNotEmpty());
    }

    /** While something is typed that is a part of a reference. */
    private void suggest(TextField field, AssetKind kind) {
        var popup = TextFields.bindAutoCompletion(
                        field, typed -> model.suggestions().of(kind, typed.getUserText()))
                .getAutoCompletionPopup();
        // The library's own sheet takes colours from Modena, which are not known yet when the popup is styled first.
        var skin = new AutoCompletePopupSkin<>(popup);
        ((Parent) skin.getNode()).getStylesheets().clear();
        skin.getNode().setAccessibleText(Messages.of("create.suggestions"));
        popup.setSkin(skin);
    }

    private void bindChoices() {
        var draft = model.draft();
        endpoint.getItems().setAll(model.endpoints());
        endpoint.valueProperty().bindBidirectional(model.endpointProperty());
        environment.getItems().setAll(model.environments());
        environment.setConverter(new KindText());
        environment.valueProperty().bindBidirectional(draft.environment);
        instanceType.getItems().setAll(model.instanceTypes());
        instanceType.getEditor().textProperty().bindBidirectional(draft.instanceType);
        instances.setLimits(1, DeploymentSpec.MOST_INSTANCES);
        instances.getValueFactory().valueProperty().bindBidirectional(draft.instances);
        say(instancesProblem, instances.problemProperty());
        allTraffic.selectedProperty().bindBidirectional(model.allTrafficProperty());
    }

    /** Only the fields that the chosen kind of environment needs. */
    private void bindRows() {
        var kind = model.draft().environment;
        showWhile(folderRow, kind.isEqualTo(EnvironmentKind.DOCKERFILE));
        showWhile(imageRow, kind.isEqualTo(EnvironmentKind.IMAGE).or(kind.isEqualTo(EnvironmentKind.CONDA)));
        showWhile(condaRow, kind.isEqualTo(EnvironmentKind.CONDA));
        showWhile(referenceRow, kind.isEqualTo(EnvironmentKind.REGISTERED));
    }

    private static final class KindText extends StringConverter<EnvironmentKind> {
        @Override
        public String toString(@Nullable EnvironmentKind kind) {
            return kind == null ? "" : kind.text();
        }

        @Override
        public EnvironmentKind fromString(String text) {
            throw new UnsupportedOperationException("kinds are chosen, not typed");
        }
    }
}

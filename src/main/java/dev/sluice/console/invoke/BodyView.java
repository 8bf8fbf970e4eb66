package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.FilePicker;
import dev.sluice.console.support.JsonText;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.code.CodeEditor;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Binds fxml/invoke-body.fxml to the body that is sent: a text, a file, or none. Decides nothing. */
final class BodyView {

    private static final List<String> CONTENT_TYPES =
            List.of("application/json", "text/plain", "text/csv", "application/octet-stream");

    private final RequestForm request;
    private final BodyFromFile fromFile;
    private final FilePicker files;

    @FXML
    private ComboBox<String> contentType;

    @FXML
    private Button layOut;

    @FXML
    private CodeEditor body;

    @FXML
    private VBox fileBox;

    @FXML
    private Label fileName;

    @FXML
    private Label fileFacts;

    @FXML
    private Label noBody;

    @FXML
    private Hyperlink wrong;

    BodyView(RequestForm request, BodyFromFile fromFile, FilePicker files) {
        this.request = request;
        this.fromFile = fromFile;
        this.files = files;
    }

    @FXML
    private void initialize() {
        contentType.getItems().setAll(CONTENT_TYPES);
        Choices.edit(contentType, request.contentTypeProperty());
        body.edit(request.textProperty());
        bindKind();
        request.fileProperty().addListener((o, before, after) -> after.ifPresent(this::show));
        request.wrongProperty().addListener((o, before, after) -> showWrong());
        showWhile(wrong, wrong.textProperty().isNotEmpty());
        showWrong();
    }

    @FXML
    private void layOut() {
        body.setText(JsonText.pretty(body.getText()));
    }

    @FXML
    private void loadFile() {
        files.openFile(Messages.of("invoke.file.title"), List.of()).ifPresent(fromFile::load);
    }

    @FXML
    private void removeFile() {
        request.dropFile();
    }

    @FXML
    private void goToWrong() {
        request.wrongProperty().get().ifPresent(found -> {
            body.goTo(found.line(), found.column());
            body.requestFocus();
        });
    }

    private void bindKind() {
        var isFile = Bindings.createBooleanBinding(
                () -> request.takesBody() && request.fileProperty().get().isPresent(),
                request.fileProperty(),
                request.methodProperty());
        var takesNone = Bindings.createBooleanBinding(() -> !request.takesBody(), request.methodProperty());
        showWhile(fileBox, isFile);
        showWhile(noBody, takesNone);
        showWhile(body, isFile.or(takesNone).not());
        layOut.disableProperty().bind(isFile.or(takesNone));
        noBody.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.of(
                                "invoke.body.none", request.methodProperty().get()),
                        request.methodProperty()));
    }

    private void show(Draft.Content.File file) {
        fileName.setText(file.path().getFileName().toString());
        fileFacts.setText(Messages.of("invoke.file.facts", AnswerText.size(file.size()), file.path()));
    }

    private void showWrong() {
        var marks = request.marks();
        body.setProblems(marks);
        wrong.setText(marks.stream()
                .map(found -> Messages.of("invoke.json.wrong", found.line(), found.column(), found.message()))
                .findFirst()
                .orElse(""));
    }
}

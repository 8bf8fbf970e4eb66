package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.FilePicker;
import dev.sluice.console.support.Late;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.code.CodeEditor;
import dev.sluice.console.support.snippets.Language;
import dev.sluice.control.Invocation.Target;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Binds fxml/invoke-request.fxml to the request that is being put together. Decides nothing. */
final class RequestView {

    private static final List<String> METHODS = List.of("POST", "GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final InvokeViewModel model;
    private final RequestForm request;
    private final FilePicker files;

    @FXML
    private TabPane tabs;

    @FXML
    private Button send;

    @FXML
    private Button giveUp;

    @FXML
    private ProgressIndicator busy;

    @FXML
    private ComboBox<Target> target;

    @FXML
    private ComboBox<String> method;

    @FXML
    private TextField path;

    @FXML
    private Label problem;

    @FXML
    private Tab bodyTab;

    @FXML
    private Button ask;

    @FXML
    private Button useExample;

    @FXML
    private Label formNote;

    @FXML
    private GridPane formFields;

    @FXML
    private Tab headersTab;

    @FXML
    private VBox headerRows;

    @FXML
    private ComboBox<Language> language;

    @FXML
    private CodeEditor code;

    private HeaderRows headers;

    RequestView(InvokeViewModel model, FilePicker files) {
        this.model = model;
        this.request = model.request();
        this.files = files;
    }

    @FXML
    private void initialize() {
        bindLine();
        bodyTab.setContent(Views.load("invoke-body", new BodyView(request, model.bodyFromFile(), files)));
        headers = new HeaderRows(request.fields(), headerRows, headersTab);
        headers.follow();
        new FormFieldsView(formFields, formNote, ask, useExample).follow(model.form());
        language.getItems().setAll(Language.values());
        language.setConverter(Choices.text(Language::title));
        language.valueProperty().bindBidirectional(model.snippet().languageProperty());
        model.snippet().shownProperty().addListener((o, before, after) -> code.setText(after));
        code.setText(model.snippet().shownProperty().get());
        Late.tabs(tabs);
    }

    /** For the key that stands for the button, and is as idle as that. */
    void pressSend() {
        send.fire();
    }

    @FXML
    private void send() {
        model.send();
    }

    @FXML
    private void giveUp() {
        model.stopWaiting();
    }

    @FXML
    private void askForForm() {
        model.askForForm();
    }

    @FXML
    private void useExample() {
        model.form().useExample();
    }

    @FXML
    private void copyKey() {
        model.copyKey();
    }

    @FXML
    private void addHeader() {
        headers.add();
    }

    @FXML
    private void copyCode() {
        model.copySnippet();
    }

    private void bindLine() {
        target.setConverter(Choices.text(RequestView::text));
        model.target().offeredProperty().addListener((o, before, after) -> showTargets(after));
        model.target().chosenProperty().addListener((o, before, after) -> target.setValue(after));
        target.valueProperty().addListener((o, before, after) -> {
            if (after != null) {
                model.target().choose(after);
            }
        });
        showTargets(model.target().offeredProperty().get());
        method.getItems().setAll(METHODS);
        Choices.edit(method, request.methodProperty());
        path.textProperty().bindBidirectional(request.pathProperty());
        send.disableProperty()
                .bind(model.answer()
                        .sendingProperty()
                        .or(model.endpoint().answerableProperty().not()));
        showWhile(busy, model.answer().sendingProperty());
        showWhile(giveUp, model.answer().sendingProperty());
        say(problem, model.problemProperty());
    }

    static String text(Target target) {
        return target instanceof Target.Pinned pinned
                ? Messages.of("invoke.target.pinned", pinned.deployment())
                : Messages.of("invoke.target.by-traffic");
    }

    private void showTargets(List<Target> choices) {
        target.getItems().setAll(choices);
        target.setValue(model.target().chosenProperty().get());
    }
}

package dev.sluice.console.create;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.ProblemList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Binds fxml/found-files.fxml to its view-model. Decides nothing. */
public final class FoundFilesView {

    private final FoundFilesViewModel model;
    private final Runnable cancelled;

    @FXML
    private VBox choices;

    @FXML
    private Label brokenTitle;

    @FXML
    private VBox broken;

    @FXML
    private Label others;

    @FXML
    private Label unfinished;

    @FXML
    private Button open;

    public FoundFilesView(FoundFilesViewModel model, Runnable cancelled) {
        this.model = model;
        this.cancelled = cancelled;
    }

    @FXML
    private void initialize() {
        choices.getChildren()
                .setAll(model.choices().stream().map(FoundFilesView::choice).toList());
        broken.getChildren()
                .setAll(model.broken().stream().map(FoundFilesView::broken).toList());
        showIf(brokenTitle, !model.broken().isEmpty());
        others.setText(Messages.of("found.others", model.others()));
        showIf(others, model.others() > 0);
        unfinished.setText(model.unfinished());
        showIf(unfinished, !model.unfinished().isEmpty());
        open.textProperty().bind(model.verb());
        open.disableProperty().bind(model.canOpen().not());
    }

    /** To be called once it is in a window. */
    public void focusFirst() {
        open.requestFocus();
    }

    @FXML
    private void open() {
        model.open();
    }

    @FXML
    private void cancel() {
        cancelled.run();
    }

    private static Node choice(FoundFilesViewModel.Choice choice) {
        var box = new CheckBox(choice.title());
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(choice.wanted());
        var place = new Label(choice.place());
        place.getStyleClass().addAll("field-hint", "radio-hint");
        return new VBox(2, box, place);
    }

    private static Node broken(FoundFilesViewModel.Broken file) {
        var place = new Label(file.place());
        place.getStyleClass().add("code-line");
        var problems = new ProblemList();
        problems.setProblems(List.of(file.problem()));
        return new VBox(4, place, problems);
    }
}

package dev.sluice.console.edit;

import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;
import static java.util.stream.Collectors.joining;

import dev.sluice.console.edit.YamlViewModel.Mode;
import dev.sluice.console.support.ManifestText.Note;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoteLine;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.WholeText;
import dev.sluice.console.support.code.CodeEditor;
import dev.sluice.console.support.code.CodeProblem;
import dev.sluice.console.support.diff.DiffView;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds fxml/yaml.fxml to its view-model. Decides nothing. */
public final class YamlView {

    private final YamlViewModel model;

    @FXML
    private VBox root;

    @FXML
    private VBox writing;

    @FXML
    private Label standing;

    @FXML
    private Label hint;

    @FXML
    private ToggleButton showVariables;

    @FXML
    private ToggleButton showVariablesReviewed;

    @FXML
    private Button revert;

    @FXML
    private Button review;

    @FXML
    private CodeEditor editor;

    @FXML
    private ScrollPane problemPane;

    @FXML
    private VBox problems;

    @FXML
    private TitledPane notePane;

    @FXML
    private VBox notes;

    @FXML
    private VBox reviewing;

    @FXML
    private VBox effects;

    @FXML
    private DiffView diff;

    @FXML
    private NoteLine note;

    @FXML
    private Button back;

    @FXML
    private Button apply;

    private YamlView(YamlViewModel model) {
        this.model = model;
    }

    /** The view as a node. */
    public static Parent of(YamlViewModel model) {
        return Views.load("yaml", new YamlView(model));
    }

    @FXML
    private void initialize() {
        editor.edit(model.textProperty());
        editor.suggest(model::suggestions);
        bindVariables(showVariables);
        bindVariables(showVariablesReviewed);
        model.variablesShownProperty().addListener((o, before, now) -> showVariables(now));
        showVariables(model.variablesShownProperty().get());
        WholeText.inTooltip(standing).textProperty().bind(model.standingProperty());
        hint.textProperty().bind(model.hintProperty());
        revert.disableProperty().bind(model.editedProperty().not());
        review.disableProperty().bind(model.canReviewProperty().not());
        note.show(model.note());
        apply.textProperty()
                .bind(Bindings.when(model.applyingProperty())
                        .then(Messages.of("yaml.applying"))
                        .otherwise(model.verbProperty()));
        back.disableProperty().bind(model.applyingProperty());
        apply.disableProperty().bind(model.applyingProperty());
        model.problemsProperty().addListener((o, before, after) -> showProblems(after));
        model.notesProperty().addListener((o, before, after) -> showNotes(after));
        model.effectsProperty().addListener((o, before, after) -> showEffects(after));
        model.diffProperty().addListener((o, before, after) -> diff.show(after));
        model.modeProperty().addListener((o, before, after) -> showMode(after));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        showProblems(model.problemsProperty().get());
        showNotes(model.notesProperty().get());
        showEffects(model.effectsProperty().get());
        diff.show(model.diffProperty().get());
        showIf(reviewing, model.modeProperty().get() == Mode.REVIEWING);
        showIf(writing, model.modeProperty().get() == Mode.WRITING);
    }

    @FXML
    private void copy() {
        model.copy();
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void revert() {
        model.revert();
    }

    @FXML
    private void review() {
        model.review();
    }

    @FXML
    private void backToWriting() {
        model.backToWriting();
    }

    @FXML
    private void apply() {
        model.apply();
    }

    /** Ctrl+Enter goes on to the next step, Esc back to the one before. */
    private void key(KeyEvent event) {
        boolean reviews = model.modeProperty().get() == Mode.REVIEWING;
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            (reviews ? apply : review).fire();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && reviews) {
            model.backToWriting();
            event.consume();
        }
    }

    private void bindVariables(ToggleButton button) {
        button.selectedProperty().bindBidirectional(model.variablesShownProperty());
        showWhile(button, model.hasVariablesProperty());
    }

    private void showVariables(boolean shown) {
        var verb = Messages.of(shown ? "attributes.hide-values" : "attributes.show-values");
        editor.setVariablesShown(shown);
        showVariables.setText(verb);
        showVariablesReviewed.setText(verb);
    }

    private void showMode(Mode mode) {
        showIf(reviewing, mode == Mode.REVIEWING);
        showIf(writing, mode == Mode.WRITING);
        if (mode == Mode.REVIEWING) {
            apply.requestFocus();
        } else {
            editor.requestFocus();
            model.problemsProperty().get().stream()
                    .map(Problem::place)
                    .filter(Place::isKnown)
                    .findFirst()
                    .ifPresent(this::goTo);
        }
    }

    private void goTo(Place place) {
        editor.goTo(place.line(), place.column());
    }

    private void showProblems(List<Problem> list) {
        editor.setProblems(list.stream()
                .filter(problem -> problem.place().isKnown())
                .map(problem ->
                        new CodeProblem(problem.place().line(), problem.place().column(), problem.message()))
                .toList());
        editor.setAccessibleHelp(list.stream().map(Problem::told).collect(joining(" ")));
        problems.getChildren().setAll(list.stream().map(this::problem).toList());
        showIf(problemPane, !list.isEmpty());
    }

    private Node problem(Problem problem) {
        var what = line(problem.what(), "problem-what");
        var entry = new VBox(what);
        entry.getStyleClass().add("problem");
        var where = (problem.place() + "  " + problem.path()).strip();
        if (problem.place().isKnown()) {
            var link = new Hyperlink(where);
            link.getStyleClass().add("problem-where");
            link.setOnAction(event -> goTo(problem.place()));
            entry.getChildren().add(0, link);
        } else if (!where.isEmpty()) {
            entry.getChildren().add(0, line(where, "problem-where"));
        }
        if (!problem.remedy().isEmpty()) {
            entry.getChildren().add(line(Messages.of("problem.remedy", problem.whatToDo()), "problem-remedy"));
        }
        return entry;
    }

    private void showNotes(List<Note> list) {
        notePane.setText(Messages.of("yaml.notes", list.size()));
        notes.getChildren().setAll(list.stream().map(this::note).toList());
        showIf(notePane, !list.isEmpty());
    }

    private Node note(Note note) {
        var link = new Hyperlink(Messages.of("yaml.note.place", note.line(), note.path()));
        link.setOnAction(event -> editor.goTo(note.line(), 1));
        return new VBox(link, line(note.sentence(), "text-muted"));
    }

    private void showEffects(List<String> list) {
        effects.getChildren()
                .setAll(list.stream().map(text -> line(text, "effect")).toList());
    }

    private static Label line(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

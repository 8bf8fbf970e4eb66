package dev.sluice.console.assets;

import dev.sluice.console.support.TextCell;
import dev.sluice.domain.Substitution;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Binds fxml/assets-substitutions.fxml to its view-model. Decides nothing. */
public final class SubstitutionsView {

    private final SubstitutionsViewModel model;

    @FXML
    private TableView<Substitution> table;

    @FXML
    private TableColumn<Substitution, String> pattern;

    @FXML
    private TableColumn<Substitution, String> reference;

    @FXML
    private TextField newPattern;

    @FXML
    private TextField newReference;

    @FXML
    private Button add;

    @FXML
    private Button remove;

    @FXML
    private Button raise;

    @FXML
    private Label problem;

    @FXML
    private TextField tried;

    @FXML
    private Label verdict;

    SubstitutionsView(SubstitutionsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        table.setItems(model.rows());
        text(pattern, Substitution::pattern);
        text(reference, Substitution::reference);
        newPattern.textProperty().bindBidirectional(model.patternProperty());
        newReference.textProperty().bindBidirectional(model.referenceProperty());
        tried.textProperty().bindBidirectional(model.triedProperty());
        problem.textProperty().bind(model.problem());
        verdict.textProperty().bind(model.verdict());
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.canAdd(), model.patternProperty(), model.referenceProperty()));
        var nothing = table.getSelectionModel().selectedItemProperty().isNull();
        remove.disableProperty().bind(nothing);
        raise.disableProperty()
                .bind(nothing.or(
                        table.getSelectionModel().selectedIndexProperty().isEqualTo(0)));
    }

    private static void text(TableColumn<Substitution, String> column, Function<Substitution, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(any -> TextCell.asItIs());
    }

    @FXML
    private void add() {
        model.add();
    }

    @FXML
    private void remove() {
        withChosen(model::remove);
    }

    @FXML
    private void raise() {
        withChosen(model::raise);
    }

    private void withChosen(Consumer<Substitution> verb) {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(verb);
    }
}

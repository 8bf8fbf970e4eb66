package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.say;
import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** One control for each field that a deployment's OpenAPI describes. */
final class FormFieldsView {

    private final GridPane grid;
    private final Label note;
    private final Button ask;
    private final Button useExample;

    FormFieldsView(GridPane grid, Label note, Button ask, Button useExample) {
        this.grid = grid;
        this.note = note;
        this.ask = ask;
        this.useExample = useExample;
    }

    /** The button stays enabled while the answer is awaited: disabled it would lose the keyboard. */
    void follow(FormModel form) {
        say(note, form.noteProperty());
        form.rowsProperty().addListener((o, before, after) -> show(form, after));
        show(form, form.rowsProperty().get());
    }

    private void show(FormModel form, List<FormRow> rows) {
        grid.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            grid.addRow(i, title(rows.get(i).field()), control(rows.get(i)));
        }
        if (rows.stream().anyMatch(row -> row.field().isRequired())) {
            grid.add(legend(), 0, rows.size(), 2, 1);
        }
        ask.setText(Messages.of(rows.isEmpty() ? "invoke.form.ask" : "invoke.form.ask-again"));
        showIf(useExample, form.hasExample());
    }

    private static Label legend() {
        var legend = new Label(Messages.of("invoke.form.legend"));
        legend.getStyleClass().add("caption");
        return legend;
    }

    private static Label title(FormField field) {
        var title = new Label(field.isRequired() ? field.name() + " *" : field.name());
        title.setMinWidth(80);
        if (!field.description().isEmpty()) {
            title.setTooltip(new Tooltip(field.description()));
        }
        return title;
    }

    private static Node control(FormRow row) {
        var control = editor(row);
        control.setId("invoke-field-" + row.field().name());
        control.setAccessibleText(row.field().name());
        GridPane.setHgrow(control, Priority.ALWAYS);
        return control;
    }

    private static Node editor(FormRow row) {
        if (!row.field().choices().isEmpty()) {
            var box = new ComboBox<String>();
            box.setMaxWidth(Double.MAX_VALUE);
            box.getItems().setAll(row.field().choices());
            box.valueProperty().bindBidirectional(row.textProperty());
            return box;
        }
        if (row.field().kind() == FormField.Kind.YES_NO) {
            var box = new CheckBox();
            box.setSelected(row.textProperty().get().equals("true"));
            box.selectedProperty()
                    .addListener((o, before, now) -> row.textProperty().set(String.valueOf(now)));
            return box;
        }
        var field = new TextField();
        field.setMaxWidth(Double.MAX_VALUE);
        field.setPromptText(Messages.of(hintKey(row.field().kind())));
        field.textProperty().bindBidirectional(row.textProperty());
        return field;
    }

    private static String hintKey(FormField.Kind kind) {
        return switch (kind) {
            case TEXT, YES_NO -> "invoke.form.hint.text";
            case NUMBER -> "invoke.form.hint.number";
            case WHOLE_NUMBER -> "invoke.form.hint.whole-number";
            case JSON -> "invoke.form.hint.json";
        };
    }
}

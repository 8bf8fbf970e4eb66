package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Tab;
import javafx.scene.layout.VBox;

/** A row for each header field, and in their tab's title how many there are. */
final class HeaderRows {

    private final ObservableList<FieldRow> fields;
    private final VBox rows;
    private final Tab tab;

    HeaderRows(ObservableList<FieldRow> fields, VBox rows, Tab tab) {
        this.fields = fields;
        this.rows = rows;
        this.tab = tab;
    }

    void follow() {
        fields.addListener((ListChangeListener<FieldRow>) change -> {
            while (change.next()) {
                if (!change.wasUpdated()) {
                    rows.getChildren().setAll(fields.stream().map(this::row).toList());
                }
            }
            count();
        });
        count();
    }

    /** One more, to be written in at once. */
    void add() {
        fields.add(new FieldRow("", ""));
        rows.getChildren()
                .get(rows.getChildren().size() - 1)
                .lookup(".text-field")
                .requestFocus();
    }

    private HeaderRow row(FieldRow field) {
        return new HeaderRow(field, () -> fields.remove(field));
    }

    private void count() {
        tab.setText(Messages.of("invoke.headers", fields.size()));
    }
}

package dev.sluice.console.invoke;

import dev.sluice.control.Invocation.Field;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A header field while it is being written. For the UI thread only. */
final class FieldRow {

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");

    FieldRow(String name, String value) {
        this.name.set(name);
        this.value.set(value);
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty valueProperty() {
        return value;
    }

    boolean isBlank() {
        return name.get().isBlank() && value.get().isBlank();
    }

    Field field() {
        return new Field(name.get().strip(), value.get().strip());
    }
}

package dev.sluice.console.invoke;

import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What boxes offer. */
final class Choices {

    private Choices() {}

    /** What is chosen or typed in {@code box} is the text, letter by letter, and the other way round. */
    static void edit(ComboBox<String> box, StringProperty text) {
        box.setValue(text.get());
        box.getEditor().textProperty().addListener((o, before, after) -> text.set(after == null ? "" : after));
        text.addListener((o, before, after) -> {
            if (!after.equals(box.getEditor().getText())) {
                box.setValue(after);
            }
        });
    }

    static <T> StringConverter<T> text(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : name.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not typed");
            }
        };
    }
}

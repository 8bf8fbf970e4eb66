package dev.sluice.console.support;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes of choices whose value is kept elsewhere. For the UI thread only. */
public final class Choices {

    private Choices() {}

    /** Each choice by its {@code text}; that of the value can be read whole in a tooltip. */
    public static <T> void show(ComboBox<T> box, Function<T, String> text) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : text.apply(choice);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("a choice is not typed");
            }
        });
        var whole = new Tooltip();
        whole.textProperty().bind(box.valueProperty().map(text).orElse(""));
        box.setTooltip(whole);
    }

    /** Shows {@code value}, and tells what the user chooses instead. */
    public static <T> void follow(ComboBox<T> box, ObservableValue<T> value, Consumer<T> chosen) {
        follow(box, value, chosen, new AtomicBoolean());
    }

    /**
     * The same where choices come and go. They are copied: told of each change of a list by itself, a box takes the choice that
     * stands now where its own stood, or shows none, and says so as if a user had chosen it.
     */
    public static <T> void follow(
            ComboBox<T> box, ObservableList<T> choices, ObservableValue<T> value, Consumer<T> chosen) {
        var offered = FXCollections.observableArrayList(choices);
        box.setItems(offered);
        var changing = new AtomicBoolean();
        follow(box, value, chosen, changing);
        choices.addListener((Observable changed) -> {
            if (!offered.equals(choices)) {
                changing.set(true);
                box.setValue(null);
                offered.setAll(choices);
                box.setValue(value.getValue());
                changing.set(false);
            }
        });
    }

    private static <T> void follow(
            ComboBox<T> box, ObservableValue<T> value, Consumer<T> chosen, AtomicBoolean changing) {
        box.setValue(value.getValue());
        value.addListener((o, before, now) -> box.setValue(now));
        box.valueProperty().addListener((o, before, now) -> {
            if (changing.get()) {
                return;
            }
            if (now == null) {
                box.setValue(value.getValue());
            } else if (!now.equals(value.getValue())) {
                chosen.accept(now);
            }
        });
    }
}

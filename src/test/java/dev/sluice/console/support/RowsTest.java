package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final List<String> changes = new ArrayList<>();

    @Test
    void only_what_differs_is_touched() {
        var shown = FXCollections.observableArrayList("blue", "green", "red");
        shown.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                changes.add(change.getRemoved() + ">" + change.getAddedSubList());
            }
        });

        Rows.update(shown, List.of("blue", "teal"));

        assertThat(shown).containsExactly("blue", "teal");
        assertThat(changes).containsExactly("[green]>[teal]", "[red]>[]");
    }

    @Test
    void what_is_new_is_appended() {
        var shown = FXCollections.observableArrayList("blue");

        Rows.update(shown, List.of("blue", "green"));

        assertThat(shown).containsExactly("blue", "green");
    }
}

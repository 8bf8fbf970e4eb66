package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final List<String> changes = new ArrayList<>();

    @Test
    void only_what_differs_is_touched() {
        var shown = watched("blue", "green", "red");

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

    @Test
    void a_long_list_that_is_the_same_is_not_touched() {
        var shown = watched("blue", "green");

        Rows.splice(shown, List.of("blue", "green"));

        assertThat(changes).isEmpty();
    }

    @Test
    void of_a_long_list_only_what_has_come_is_told_and_a_new_list_where_rows_went() {
        var shown = watched("blue", "green", "red", "teal", "pink");

        Rows.splice(shown, List.of("blue", "green", "red", "teal", "pink"));
        Rows.splice(shown, List.of("blue", "green", "grey", "lime", "red", "teal", "pink"));
        Rows.splice(shown, List.of("blue", "green", "grey", "lime", "red", "teal", "pink", "pink"));
        Rows.splice(shown, List.of("green", "pink"));

        assertThat(shown).containsExactly("green", "pink");
        assertThat(changes)
                .containsExactly(
                        "[]>[grey, lime]",
                        "[]>[pink]",
                        "[blue, green, grey, lime, red, teal, pink, pink]>[green, pink]");
    }

    private ObservableList<String> watched(String... rows) {
        var shown = FXCollections.observableArrayList(rows);
        shown.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                changes.add(change.getRemoved() + ">" + change.getAddedSubList());
            }
        });
        return shown;
    }
}

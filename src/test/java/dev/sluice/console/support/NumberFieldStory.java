package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Without a window: only the toolkit has to run. */
@ExtendWith(ApplicationExtension.class)
class NumberFieldStory {

    private static final String WHOLE = "A whole number, 1 to 50. Esc puts the last one back.";

    private NumberField field;

    @Start
    void make_a_field(Stage unused) {
        field = new NumberField();
        field.setLimits(1, 50);
        field.setNumber(5);
    }

    @Test
    void a_number_counts_as_it_is_typed_digit_by_digit() {
        var taken = new ArrayList<Integer>();
        field.valueProperty().addListener((o, before, after) -> taken.add(after));
        field.getEditor().selectAll();

        field.getEditor().replaceSelection("2");
        field.getEditor().appendText("0");

        assertThat(taken).containsExactly(2, 20);
        assertThat(field.getEditor().getText()).isEqualTo("20");
        assertThat(field.getEditor().getCaretPosition()).isEqualTo(2);
        assertThat(field.problemProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "-5", "33.3", "0", "51", "999", "99999999999", "1 2"})
    void what_is_no_number_within_the_limits_is_marked_stays_in_sight_and_is_not_taken(String typed) {
        field.getEditor().setText(typed);
        field.commitValue(); // as when the keyboard leaves it

        assertThat(field.getEditor().getText()).isEqualTo(typed);
        assertThat(field.number()).isEqualTo(5);
        assertThat(field.problemProperty().get()).isEqualTo(WHOLE);
        assertThat(field.wrong().get()).isTrue();
        assertThat(field.getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("danger"));
        assertThat(field.getAccessibleHelp()).isEqualTo(WHOLE);
    }

    @Test
    void escape_puts_the_last_good_one_back_and_goes_no_further() {
        field.getEditor().setText("abc");

        assertThat(goesOn(KeyCode.ESCAPE)).isFalse();
        assertThat(field.getEditor().getText()).isEqualTo("5");
        assertThat(field.wrong().get()).isFalse();
        assertThat(goesOn(KeyCode.ESCAPE)).as("nothing to put back").isTrue();
    }

    @Test
    void what_the_window_shows_again_does_not_wipe_what_is_typed_and_another_number_does() {
        field.getEditor().setText("abc");
        field.setNumber(5);
        assertThat(field.getEditor().getText()).isEqualTo("abc");

        field.setNumber(7);
        assertThat(field.getEditor().getText()).isEqualTo("7");
        assertThat(field.wrong().get()).isFalse();
    }

    @Test
    void narrower_limits_are_told_and_wider_ones_take_nothing_that_was_refused() {
        field.getEditor().setText("60");
        field.setRule("number.percent.locked");
        field.setLimits(0, 40);
        assertThat(field.problemProperty().get()).startsWith("Whole percent, 0 to 40, since other shares stay.");

        field.setLimits(0, 100);
        assertThat(field.getEditor().getText()).isEqualTo("5");
        assertThat(field.number()).isEqualTo(5);
        assertThat(field.wrong().get()).isFalse();

        field.setLimits(200, 300);
        assertThat(field.number()).isEqualTo(200);
        field.setLimits(0, 10);
        assertThat(List.of(field.getEditor().getText(), field.number() + "")).containsExactly("10", "10");
    }

    private boolean goesOn(KeyCode code) {
        var came = new ArrayList<Event>();
        field.setOnKeyPressed(came::add);
        Event.fireEvent(field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        return !came.isEmpty();
    }
}

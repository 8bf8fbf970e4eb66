package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.desktop.ColorScheme;
import dev.sluice.console.desktop.ThemeChoice;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ThemeViewModelTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Optional<ColorScheme> desktop = Optional.of(ColorScheme.DARK);
    private final Queue<Runnable> background = new ArrayDeque<>();

    @Test
    void the_desktops_looks_are_asked_for_away_from_the_window_and_then_worn() {
        var theme = theme(ThemeChoice.SYSTEM);
        assertThat(theme.schemeProperty().get()).isEqualTo(ColorScheme.LIGHT);

        answer();

        assertThat(theme.schemeProperty().get()).isEqualTo(ColorScheme.DARK);
    }

    @Test
    void looks_that_change_while_the_window_is_open_are_followed() {
        var theme = theme(ThemeChoice.SYSTEM);
        answer();
        desktop = Optional.of(ColorScheme.LIGHT);

        theme.follow();
        theme.follow();
        assertThat(background).as("questions at a time").hasSize(1);
        answer();

        assertThat(theme.schemeProperty().get()).isEqualTo(ColorScheme.LIGHT);
    }

    @Test
    void a_desktop_that_turns_dark_under_the_window_is_looked_at_once_in_a_while() {
        var theme = theme(ThemeChoice.SYSTEM);
        answer();
        desktop = Optional.of(ColorScheme.LIGHT);

        theme.glance(NOW.plusSeconds(2));
        assertThat(background).as("asked again just after the start").isEmpty();
        theme.glance(NOW.plusSeconds(40));
        answer();

        assertThat(theme.schemeProperty().get()).isEqualTo(ColorScheme.LIGHT);
    }

    @Test
    void looks_that_were_asked_for_by_name_are_no_reason_to_look_at_the_desktop() {
        var theme = theme(ThemeChoice.LIGHT);

        theme.glance(NOW.plusSeconds(40));

        assertThat(background).isEmpty();
    }

    @Test
    void a_desktop_that_does_not_tell_leaves_everything_as_it_is() {
        var theme = theme(ThemeChoice.SYSTEM);
        answer();
        desktop = Optional.empty();

        theme.follow();
        answer();

        assertThat(theme.schemeProperty().get()).isEqualTo(ColorScheme.DARK);
    }

    @Test
    void who_asks_for_looks_by_name_gets_them_whatever_the_desktop_answers_later() {
        var theme = theme(ThemeChoice.SYSTEM);

        theme.choiceProperty().set(ThemeChoice.LIGHT);
        answer();

        assertThat(theme.schemeProperty().get()).isEqualTo(ColorScheme.LIGHT);
    }

    @Test
    void switching_goes_from_what_is_seen_to_the_other() {
        var theme = theme(ThemeChoice.SYSTEM);
        answer();

        theme.switchOver();

        assertThat(theme.choiceProperty().get()).isEqualTo(ThemeChoice.LIGHT);
        assertThat(theme.schemeProperty().get()).isEqualTo(ColorScheme.LIGHT);
    }

    private ThemeViewModel theme(ThemeChoice choice) {
        return new ThemeViewModel(() -> desktop, background::add, Runnable::run, choice, ColorScheme.LIGHT, NOW);
    }

    private void answer() {
        background.remove().run();
    }
}

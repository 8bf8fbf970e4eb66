package dev.sluice.console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.PageSettings;
import org.junit.jupiter.api.Test;

class LogHabitsTest {

    private final PageSettings settings = new PageSettings();

    @Test
    void what_was_kept_comes_back() {
        var habits = new LogHabits(true, LogLevels.WARNINGS, LogTimes.RELATIVE);

        habits.keep(settings);

        assertThat(LogHabits.in(settings)).isEqualTo(habits);
        assertThat(settings.get("follow")).as("where the list stood").isEmpty();
    }

    @Test
    void what_is_not_known_is_as_it_is_the_first_time() {
        settings.put("levels", "loud");
        settings.put("times", "");
        settings.put("wrap", "perhaps");

        assertThat(LogHabits.in(settings)).isEqualTo(new LogHabits(false, LogLevels.ALL, LogTimes.LOCAL));
    }
}

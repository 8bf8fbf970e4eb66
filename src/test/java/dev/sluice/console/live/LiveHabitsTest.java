package dev.sluice.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.PageSettings;
import dev.sluice.console.support.Reach;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class LiveHabitsTest {

    private final PageSettings settings = new PageSettings();
    private final LiveViewModel model = new LiveViewModel(Clock.systemUTC(), new Reach().lost());

    @Test
    void what_was_kept_comes_back() {
        var habits = new LiveHabits(Span.ALL, true, true);

        habits.keep(settings);

        assertThat(LiveHabits.in(settings)).isEqualTo(habits);
    }

    @Test
    void what_is_not_known_is_as_it_is_the_first_time() {
        settings.put("window", "7");
        settings.put("log", "perhaps");
        settings.put("table", "");

        assertThat(LiveHabits.in(settings)).isEqualTo(new LiveHabits(Span.FIVE_MINUTES, false, false));
    }

    @Test
    void the_page_is_looked_at_as_it_was_left_and_what_is_chosen_is_kept_at_once() {
        new LiveHabits(Span.HOUR, false, true).keep(settings);

        model.keepIn(settings);
        assertThat(model.spanProperty().get()).isEqualTo(Span.HOUR);
        assertThat(model.asTableProperty().get()).isTrue();

        model.choose(Span.ONE_MINUTE);
        model.logarithmicProperty().set(true);
        model.asTableProperty().set(false);
        assertThat(LiveHabits.in(settings)).isEqualTo(new LiveHabits(Span.ONE_MINUTE, true, false));
    }
}

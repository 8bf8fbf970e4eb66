package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AheadTest {

    private final HandClock clock = new HandClock(Instant.EPOCH);
    private final List<String> done = new ArrayList<>();
    private boolean isTime = true;
    private final Ahead ahead =
            new Ahead(List.of(() -> done.add("live"), () -> done.add("logs")), () -> isTime, clock, Runnable::run);

    @Test
    void pieces_are_done_one_at_a_glance_while_nobody_is_at_the_window() {
        clock.forward(Duration.ofSeconds(1));

        ahead.glance();
        assertThat(done).containsExactly("live");

        ahead.glance();
        ahead.glance();
        assertThat(done).containsExactly("live", "logs");
    }

    @Test
    void who_has_just_touched_the_window_is_not_made_to_wait() {
        clock.forward(Duration.ofSeconds(5));
        ahead.touch();
        clock.forward(Duration.ofMillis(999));
        ahead.glance();
        assertThat(done).isEmpty();

        clock.forward(Duration.ofMillis(1));
        ahead.glance();
        assertThat(done).containsExactly("live");
    }

    @Test
    void nothing_is_done_before_the_window_shows_what_it_was_opened_for() {
        isTime = false;
        clock.forward(Duration.ofSeconds(5));

        ahead.glance();

        assertThat(done).isEmpty();
    }

    @Test
    void what_was_undone_is_done_again_from_the_beginning() {
        clock.forward(Duration.ofSeconds(1));
        ahead.glance();

        ahead.again();
        ahead.glance();
        ahead.glance();
        ahead.glance();

        assertThat(done).containsExactly("live", "live", "logs");
    }
}

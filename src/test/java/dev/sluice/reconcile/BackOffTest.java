package dev.sluice.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void what_never_failed_is_not_held_back() {
        assertThat(BackOff.NONE.allows(NOON)).isTrue();
    }

    @Test
    void each_failure_in_a_row_doubles_the_wait_up_to_half_a_minute() {
        var backOff = BackOff.NONE;
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            backOff = backOff.failedAt(NOON);
            assertThat(backOff.delay()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(backOff.allows(NOON.plusSeconds(seconds).minusMillis(1))).isFalse();
            assertThat(backOff.allows(NOON.plusSeconds(seconds))).isTrue();
        }
    }

    @Test
    void a_failure_after_a_calm_minute_counts_as_the_first() {
        var backOff = BackOff.NONE.failedAt(NOON).failedAt(NOON).failedAt(NOON.plusSeconds(120));
        assertThat(backOff.delay()).isEqualTo(Duration.ofSeconds(1));
    }
}

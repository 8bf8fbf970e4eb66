package dev.sluice.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LastMinuteTest {

    private final ScheduledThreadPoolExecutor loop = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void close() {
        loop.shutdownNow();
    }

    @Test
    void the_first_minute_ends_with_the_clocks() {
        keepOn("2026-03-01T12:00:15Z");
        assertThat(secondsToNext()).isBetween(40L, 45L);
    }

    @Test
    void a_clock_that_lags_a_little_makes_no_minute_of_a_few_milliseconds() {
        keepOn("2026-03-01T12:00:59.950Z");
        await().until(() -> loop.getCompletedTaskCount() == 1 && loop.getQueue().size() == 1);
        assertThat(secondsToNext()).isBetween(55L, 61L);
    }

    private void keepOn(String now) {
        new LastMinute(new FixedRouter(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC)).keepOn(loop);
    }

    private long secondsToNext() {
        return ((Delayed) loop.getQueue().element()).getDelay(TimeUnit.SECONDS);
    }
}

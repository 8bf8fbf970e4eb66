package dev.sluice.exporter;

import dev.sluice.router.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the router did in the last whole minute by the clock, which is the cloud's finest grain. It takes nothing from
 * the meters: it remembers what they said when the minute began. May be read from any thread.
 */
public final class LastMinute {

    private static final Logger LOG = LoggerFactory.getLogger(LastMinute.class);
    private static final Duration HALF = Duration.ofSeconds(30);

    private final Router router;
    private final Clock clock;
    private Readings begun = Readings.NONE;
    private volatile Readings last = Readings.NONE;

    public LastMinute(Router router, Clock clock) {
        this.router = router;
        this.clock = clock;
    }

    /** Looks at the meters at each full minute, on {@code loop}, as long as that runs. */
    public void keepOn(ScheduledExecutorService loop) {
        var first = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        loop.schedule(() -> turnAndWait(loop), until(first), TimeUnit.MILLISECONDS);
    }

    /** A minute is over. */
    void turn() {
        var ended = Readings.of(router);
        last = ended.since(begun);
        begun = ended;
    }

    /** Empty in the program's first minute. */
    Readings readings() {
        return last;
    }

    private void turnAndWait(ScheduledExecutorService loop) {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.error("the meters cannot be read", e);
        }
        // The minute that is nearest: a clock that was set back a little must not make a minute of a few milliseconds.
        var next = clock.instant().plus(HALF).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        loop.schedule(() -> turnAndWait(loop), until(next), TimeUnit.MILLISECONDS);
    }

    private long until(Instant instant) {
        return Duration.between(clock.instant(), instant).toMillis();
    }
}

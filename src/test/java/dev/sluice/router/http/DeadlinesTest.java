package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final Hours hours = new Hours();
    private final List<String> ended = new ArrayList<>();
    private final Deadlines deadlines = new Deadlines(hours, () -> hours.now);

    @Test
    void what_takes_too_long_is_ended_within_ten_milliseconds() {
        watch("soon", 25);
        watch("later", 5_000);
        hours.passUntil(24);
        assertThat(ended).isEmpty();
        hours.passUntil(35);
        assertThat(ended).containsExactly("soon");
        hours.passUntil(4_999);
        assertThat(ended).containsExactly("soon");
        hours.passUntil(5_010);
        assertThat(ended).containsExactly("soon", "later");
    }

    @Test
    void a_shorter_deadline_that_comes_later_is_kept_too() {
        watch("long", 60_000);
        hours.passUntil(3);
        watch("short", 20);
        hours.passUntil(33);
        assertThat(ended).containsExactly("short");
    }

    @Test
    void what_ends_in_time_is_left_alone() {
        var timed = watch("in time", 20);
        deadlines.forget(timed);
        hours.passUntil(1_000);
        assertThat(ended).isEmpty();
    }

    @Test
    void requests_that_come_and_go_wake_the_event_loop_four_times_a_second_at_most() {
        for (int millis = 0; millis < 1_000; millis++) {
            var timed = watch("request", 5_000);
            hours.passUntil(millis + 1);
            deadlines.forget(timed);
        }
        assertThat(hours.rung).isLessThanOrEqualTo(4);
    }

    private Deadlines.Timed watch(String name, long millis) {
        var timed = new Deadlines.Timed() {
            @Override
            void expire() {
                ended.add(name);
            }
        };
        deadlines.watch(timed, hours.now + TimeUnit.MILLISECONDS.toNanos(millis));
        return timed;
    }

    /** A clock that the test moves, and what is to be done at which time. */
    private static final class Hours implements Alarm {

        private record Entry(long at, Runnable task) {}

        private final PriorityQueue<Entry> planned = new PriorityQueue<>(Comparator.comparingLong(Entry::at));
        private long now;
        private int rung;

        @Override
        public void after(int millis, Runnable task) {
            planned.add(new Entry(now + TimeUnit.MILLISECONDS.toNanos(millis), task));
        }

        void passUntil(long millis) {
            long end = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!planned.isEmpty() && planned.peek().at() <= end) {
                var entry = planned.remove();
                now = entry.at();
                rung++;
                entry.task().run();
            }
            now = end;
        }
    }
}

package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageSamples;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.Resolution;
import dev.sluice.metrics.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTotalsTest {

    private static final List<Subject> SUBJECTS =
            List.of(new Subject(BLUE, Source.LIVE), new Subject(GREEN, Source.SHADOW));

    private final List<Moment> moments = new Moments().of(PageSamples.fiveMinutes(NOON));
    private final WindowTotals totals = new WindowTotals();

    @Test
    void requests_and_errors_are_those_of_all_moments_together() {
        var blue = totals.of(frame(0, moments.size())).get(0);

        long requests = 0;
        long errors = 0;
        for (var moment : moments) {
            var tally = Measures.tally(moment.sample(), SUBJECTS.get(0));
            requests += tally.requests();
            errors += tally.serverErrors();
        }
        assertThat(blue.requests()).isEqualTo(requests).isPositive();
        assertThat(blue.serverErrors()).isEqualTo(errors).isPositive();
        assertThat(blue.row().serverErrors()).isEqualTo(100.0 * errors / requests);
        assertThat(blue.latencies().requests()).isEqualTo(requests - errors - blue.clientErrors());
    }

    @Test
    void from_frame_to_frame_they_are_the_same_as_if_counted_anew() {
        totals.of(frame(0, 60));

        assertThat(totals.of(frame(20, 100))).as("it went on").isEqualTo(anew(20, 100));
        assertThat(totals.of(frame(20, 100))).as("it stood still").isEqualTo(anew(20, 100));
        assertThat(totals.of(frame(5, 90))).as("it was scrolled back").isEqualTo(anew(5, 90));
        assertThat(totals.of(frame(95, 100))).as("nothing is left of before").isEqualTo(anew(95, 100));
        assertThat(totals.of(frame(0, 0))).as("nothing is shown").isEqualTo(anew(0, 0));
        assertThat(totals.of(frame(0, 10))).isEqualTo(anew(0, 10));
    }

    @Test
    void moments_of_another_endpoint_at_the_same_times_are_not_taken_for_these() {
        totals.of(frame(0, 60));
        var idle = new Moments().of(List.of(PageSamples.of(moments.get(30).at(), BLUE, Interval.EMPTY)));
        var other = new LiveFrame(0, 1, Resolution.SECOND, SUBJECTS, List.of(), List.of(), idle);

        assertThat(totals.of(other).get(0).requests()).isZero();
    }

    private List<Total> anew(int from, int to) {
        return new WindowTotals().of(frame(from, to));
    }

    private LiveFrame frame(int from, int to) {
        return new LiveFrame(0, 1, Resolution.SECOND, SUBJECTS, List.of(), List.of(), moments.subList(from, to));
    }
}

package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.live.LiveFrame.Key;
import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineTextTest {

    private static final List<Line> LINES = List.of(
            line("blue-4f2a", Quantity.CORES, 0.5, Double.NaN, 0.5),
            line("blue-9c01", Quantity.CORES, 0.25, 0.25, 0.75),
            line("", Quantity.RATE, 0.1, 0.1, 0.1));

    @Test
    void the_instance_whose_line_is_nearest_is_told_with_its_number_at_the_nearest_moment() {
        assertThat(at(10.4, 52)).contains("blue-4f2a: 0.50 cores");
        assertThat(at(10, 29)).contains("blue-9c01: 0.25 cores");
        assertThat(at(11.6, 76)).contains("blue-9c01: 0.75 cores");
        assertThat(at(-100, 50)).contains("blue-4f2a: 0.50 cores");
        assertThat(at(100, 75)).contains("blue-9c01: 0.75 cores");
    }

    @Test
    void far_from_all_lines_in_a_gap_and_at_a_line_of_requests_nothing_is_told() {
        assertThat(at(10, 40)).isEmpty();
        assertThat(at(11, 50)).isEmpty();
        assertThat(at(10, 10)).isEmpty();
    }

    /** A hundred pixels for one core. */
    private static Optional<String> at(double moment, double y) {
        return LineText.at(moment, y, LINES, value -> 100 * value);
    }

    private static Line line(String instance, Quantity quantity, double... values) {
        var key = new Key(new Subject(BLUE, Source.LIVE), instance, quantity);
        return new Line(key, new double[] {10, 11, 12}, values, new boolean[0]);
    }
}

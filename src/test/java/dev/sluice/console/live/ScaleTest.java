package dev.sluice.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.live.LiveFrame.Key;
import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private final ChartScale latency = new ChartScale(Chart.LATENCY);

    @Test
    void scales_have_round_steps() {
        assertThat(Scale.over(61, 1)).isEqualTo(new Scale(0, 80, 20));
        assertThat(Scale.over(79, 1)).isEqualTo(new Scale(0, 80, 20));
        assertThat(Scale.over(0, 4)).isEqualTo(new Scale(0, 4, 1));
        assertThat(Scale.over(8.2, 1)).isEqualTo(new Scale(0, 10, 2.5));
    }

    @Test
    void an_axis_grows_at_once_and_shrinks_only_when_it_is_much_too_large() {
        assertThat(latency.fit(line(30), false).top()).isEqualTo(40);
        assertThat(latency.fit(line(41), false).top()).isEqualTo(80);
        assertThat(latency.fit(line(35), false).top())
                .as("it does not jump back")
                .isEqualTo(80);
        assertThat(latency.fit(line(9), false).top()).isEqualTo(10);
    }

    @Test
    void few_errors_do_not_look_like_many_and_shares_always_have_the_whole_axis() {
        assertThat(new ChartScale(Chart.ERRORS).fit(line(0.1), false).top()).isEqualTo(4);
        assertThat(new ChartScale(Chart.ERRORS).fit(line(60), false).top()).isEqualTo(100);
        assertThat(new ChartScale(Chart.SHARES).fit(line(3), false).top()).isEqualTo(100);
    }

    @Test
    void a_logarithmic_axis_has_whole_powers_of_ten() {
        assertThat(latency.fit(line(3, 250), true)).isEqualTo(new Scale(0, 3, 1));
        assertThat(latency.label(2).strip()).isEqualTo("100");
        assertThat(latency.onAxis(1_000)).isEqualTo(3);
        assertThat(latency.fit(line(3, 90), true)).as("it does not jump").isEqualTo(new Scale(0, 3, 1));
    }

    @Test
    void numbers_at_an_axis_are_as_long_as_needed() {
        latency.fit(line(1), false);
        assertThat(latency.label(1_500).strip()).isEqualTo("1,500");
        assertThat(latency.label(2.5).strip()).isEqualTo("2.5");
        assertThat(latency.label(0.25).strip()).isEqualTo("0.25");
    }

    @Test
    void a_time_axis_has_round_steps_and_not_too_many_of_them() {
        assertThat(TimeSteps.over(60)).isEqualTo(10);
        assertThat(TimeSteps.over(300)).isEqualTo(60);
        assertThat(TimeSteps.over(900)).isEqualTo(300);
        assertThat(TimeSteps.over(3_600)).isEqualTo(600);
        assertThat(TimeSteps.over(172_800)).isEqualTo(43_200);
    }

    @Test
    void the_times_of_a_time_axis_are_round_and_within_it() {
        assertThat(TimeSteps.marks(1_203, 1_503)).containsExactly(1_260, 1_320, 1_380, 1_440, 1_500);
        assertThat(TimeSteps.marks(1_200, 1_260)).startsWith(1_200).endsWith(1_260);
    }

    private static List<Line> line(double... values) {
        var key = new Key(new Subject(new DeploymentName("blue"), Source.LIVE), "", Quantity.P99);
        return List.of(new Line(key, new double[values.length], values, new boolean[values.length]));
    }
}

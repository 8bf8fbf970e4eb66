package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.Interval;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveViewModelTest {

    private final LiveViewModel model = new LiveViewModel();

    @BeforeEach
    void green_is_the_shadow_of_blue() {
        model.open(
                DIABETES,
                PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).fleet());
    }

    @Test
    void a_second_without_a_request_has_a_rate_of_zero_and_no_latency() {
        model.measure(List.of(
                PageSamples.of(NOON, BLUE, PageSamples.live(40, 12)),
                PageSamples.of(NOON.plusSeconds(1), BLUE, Interval.EMPTY),
                PageSamples.of(NOON.plusSeconds(2), BLUE, PageSamples.live(41, 13))));

        assertThat(line(BLUE, Quantity.P50, Source.LIVE).values()).containsExactly(12, Double.NaN, 13);
        assertThat(line(BLUE, Quantity.ERRORS, Source.LIVE).values()).containsExactly(0, Double.NaN, 0);
        assertThat(line(BLUE, Quantity.RATE, Source.LIVE).values()).containsExactly(40, 0, 41);
    }

    @Test
    void seconds_that_were_not_measured_break_the_line() {
        model.measure(List.of(
                PageSamples.of(NOON, BLUE, PageSamples.live(40, 12)),
                PageSamples.of(NOON.plusSeconds(10), BLUE, PageSamples.live(41, 13))));

        assertThat(line(BLUE, Quantity.RATE, Source.LIVE).values()).containsExactly(40, Double.NaN, 41);
    }

    @Test
    void copies_make_lines_of_their_own() {
        model.measure(
                List.of(PageSamples.of(NOON, BLUE, PageSamples.live(40, 12), GREEN, PageSamples.mirrored(4, 20))));

        assertThat(line(GREEN, Quantity.RATE, Source.SHADOW).values()).containsExactly(4);
        assertThat(model.frameProperty().get().lines())
                .noneMatch(line -> line.deployment().equals(GREEN) && line.source() == Source.LIVE);
    }

    @Test
    void the_window_ends_at_the_newest_second_and_shows_no_more_than_was_chosen() {
        model.measure(PageSamples.fiveMinutes(NOON));
        model.choose(Duration.ofMinutes(1));

        var frame = model.frameProperty().get();
        assertThat(frame.to()).isEqualTo(NOON.getEpochSecond());
        assertThat(frame.to() - frame.from()).isEqualTo(60);
        assertThat(line(BLUE, Quantity.RATE, Source.LIVE).values()).hasSize(61);
    }

    @Test
    void no_more_than_the_longest_window_is_kept() {
        model.choose(Duration.ofMinutes(15));
        for (int second = 0; second < 2_000; second++) {
            model.measure(List.of(PageSamples.of(NOON.plusSeconds(second), BLUE, PageSamples.live(1, 1))));
        }

        assertThat(line(BLUE, Quantity.RATE, Source.LIVE).values()).hasSize(901);
    }

    @Test
    void a_pause_holds_the_picture_and_loses_nothing() {
        model.measure(List.of(PageSamples.of(NOON, BLUE, PageSamples.live(40, 12))));
        model.pause();
        model.measure(List.of(PageSamples.of(NOON.plusSeconds(1), BLUE, PageSamples.live(41, 13))));
        assertThat(line(BLUE, Quantity.RATE, Source.LIVE).values()).containsExactly(40);

        model.resume();
        assertThat(line(BLUE, Quantity.RATE, Source.LIVE).values()).containsExactly(40, 41);
    }

    @Test
    void the_table_tells_shares_asked_and_measured_in_the_newest_second() {
        var failing = new Interval(PageSamples.tally(40, 10, 12), Interval.Tally.EMPTY);
        model.measure(List.of(PageSamples.of(NOON, BLUE, failing, GREEN, PageSamples.mirrored(5, 20))));

        var rows = model.frameProperty().get().newest();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).asked()).isEqualTo(100);
        assertThat(rows.get(0).measured()).hasValue(100);
        assertThat(rows.get(0).errors().orElseThrow()).isCloseTo(25, within(0.01));
        assertThat(rows.get(1).asked()).isEqualTo(10);
        assertThat(rows.get(1).measured()).hasValue(12.5);
    }

    @Test
    void an_empty_page_says_what_would_fill_it() {
        assertThat(model.emptyTextProperty().get()).contains("No request came");

        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        assertThat(model.emptyTextProperty().get()).contains("no live traffic");

        model.show(DIABETES, PageFleet.of().fleet());
        assertThat(model.emptyTextProperty().get()).contains("Create a deployment");

        model.measure(List.of(PageSamples.of(NOON, BLUE, PageSamples.live(40, 12))));
        assertThat(model.emptyTextProperty().get()).isEmpty();
    }

    @Test
    void another_endpoint_starts_with_an_empty_picture() {
        model.measure(PageSamples.fiveMinutes(NOON));

        model.open(DIABETES, PageFleet.of(BLUE).fleet());

        assertThat(model.frameProperty().get().lines()).isEmpty();
    }

    @Test
    void scales_have_round_steps_and_change_seldom() {
        assertThat(Scale.over(61, 1)).isEqualTo(new Scale(80, 20));
        assertThat(Scale.over(79, 1)).isEqualTo(new Scale(80, 20));
        assertThat(Scale.over(0, 4)).isEqualTo(new Scale(4, 1));
        assertThat(Scale.over(8.2, 1)).isEqualTo(new Scale(10, 2.5));
    }

    private Line line(DeploymentName name, Quantity quantity, Source source) {
        return model.frameProperty().get().lines().stream()
                .filter(line ->
                        line.deployment().equals(name) && line.quantity() == quantity && line.source() == source)
                .findFirst()
                .orElseThrow();
    }
}

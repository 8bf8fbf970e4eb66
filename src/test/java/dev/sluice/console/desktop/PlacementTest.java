package dev.sluice.console.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.desktop.WindowState.Bounds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Bounds USUAL = new Bounds(0, 0, 1440, 900);
    private static final Bounds LAPTOP = new Bounds(0, 24, 1366, 744);
    private static final Bounds BESIDE = new Bounds(1366, 0, 1920, 1080);

    @Test
    void the_first_window_is_in_the_middle_and_no_larger_than_the_screen() {
        assertThat(Placement.of(Optional.empty(), USUAL, List.of(BESIDE))).isEqualTo(new Bounds(1606, 90, 1440, 900));
        assertThat(Placement.of(Optional.empty(), USUAL, List.of(LAPTOP))).isEqualTo(LAPTOP);
    }

    @Test
    void a_window_opens_where_it_was_left_on_whichever_screen() {
        var left = new Bounds(1500, 100, 1200, 700);

        assertThat(Placement.of(Optional.of(left), USUAL, List.of(LAPTOP, BESIDE)))
                .isEqualTo(left);
    }

    @Test
    void a_window_whose_screen_is_gone_opens_in_the_middle_of_what_is_left() {
        var left = new Bounds(1500, 100, 1200, 700);

        assertThat(Placement.of(Optional.of(left), USUAL, List.of(LAPTOP))).isEqualTo(new Bounds(83, 46, 1200, 700));
    }

    @Test
    void a_window_that_nobody_could_take_hold_of_is_brought_back() {
        var below = new Bounds(100, 765, 1000, 700);
        var aside = new Bounds(1300, 100, 1000, 700);

        assertThat(Placement.of(Optional.of(below), USUAL, List.of(LAPTOP)).y()).isEqualTo(46);
        assertThat(Placement.of(Optional.of(aside), USUAL, List.of(LAPTOP)).x()).isEqualTo(183);
    }

    @Test
    void a_title_above_the_screen_comes_down_to_its_edge() {
        var left = new Bounds(100, 10, 1000, 700);

        assertThat(Placement.of(Optional.of(left), USUAL, List.of(LAPTOP))).isEqualTo(new Bounds(100, 24, 1000, 700));
    }
}

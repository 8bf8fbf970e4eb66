package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HighlightTest {

    private final Highlight highlight = new Highlight();

    @Test
    void while_nobody_points_or_chooses_all_lines_are_alike() {
        assertThat(highlight.deploymentProperty().get()).isEmpty();
    }

    @Test
    void who_is_pointed_at_goes_before_who_is_chosen_and_only_for_so_long() {
        highlight.choose(Optional.of(BLUE));
        highlight.point(Optional.of(GREEN));
        assertThat(highlight.deploymentProperty().get()).contains(GREEN);

        highlight.point(Optional.empty());
        assertThat(highlight.deploymentProperty().get()).contains(BLUE);

        highlight.choose(Optional.empty());
        assertThat(highlight.deploymentProperty().get()).isEmpty();
    }
}

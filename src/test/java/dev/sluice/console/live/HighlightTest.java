package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.live.LiveFrame.Key;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.console.live.Readout.Name;
import dev.sluice.domain.DeploymentName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HighlightTest {

    private static final Subject LIVE_BLUE = new Subject(BLUE, Source.LIVE);
    private final Highlight highlight = new Highlight();

    @Test
    void while_nobody_points_or_chooses_all_lines_are_alike() {
        assertThat(highlight.linesProperty().get()).isEmpty();
    }

    @Test
    void who_is_pointed_at_goes_before_who_is_chosen_and_only_for_so_long() {
        highlight.choose(all(BLUE));
        highlight.point(all(GREEN));
        assertThat(highlight.linesProperty().get()).contains(new Highlight.Lines(GREEN, ""));

        highlight.point(Optional.empty());
        assertThat(highlight.linesProperty().get()).contains(new Highlight.Lines(BLUE, ""));

        highlight.choose(Optional.empty());
        assertThat(highlight.linesProperty().get()).isEmpty();
    }

    @Test
    void of_one_instance_its_own_lines_stand_out_and_those_of_its_deployments_requests() {
        highlight.choose(Optional.of(new Name(LIVE_BLUE, "blue-4f2a")));
        var lines = highlight.linesProperty().get().orElseThrow();

        assertThat(lines.has(new Key(LIVE_BLUE, "blue-4f2a", Quantity.CORES))).isTrue();
        assertThat(lines.has(new Key(LIVE_BLUE, "blue-9c01", Quantity.CORES))).isFalse();
        assertThat(lines.has(new Key(LIVE_BLUE, "", Quantity.P95))).isTrue();
        assertThat(lines.has(new Key(new Subject(GREEN, Source.LIVE), "", Quantity.P95)))
                .isFalse();
    }

    private static Optional<Name> all(DeploymentName deployment) {
        return Optional.of(new Name(new Subject(deployment, Source.LIVE), ""));
    }
}

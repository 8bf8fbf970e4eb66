package dev.sluice.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.live.LiveFrame.Key;
import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineRendererTest {

    private static final Subject BLUE = new Subject(new DeploymentName("blue"), Source.LIVE);
    private static final Subject SHADOW = new Subject(new DeploymentName("green"), Source.SHADOW);
    private static final Subject YELLOW = new Subject(new DeploymentName("yellow"), Source.LIVE);

    @Test
    void what_copies_got_is_drawn_behind_what_clients_got() {
        var lines = List.of(
                line(BLUE, Quantity.CLIENT_ERRORS),
                line(SHADOW, Quantity.SERVER_ERRORS),
                line(YELLOW, Quantity.CLIENT_ERRORS));

        assertThat(LineRenderer.inOrder(lines))
                .extracting(line -> line.key().subject())
                .containsExactly(SHADOW, BLUE, YELLOW);
    }

    @Test
    void the_line_of_copies_is_dashed_and_thinner() {
        var live = Pen.of(new Key(BLUE, "", Quantity.SERVER_ERRORS));
        var copies = Pen.of(new Key(SHADOW, "", Quantity.SERVER_ERRORS));

        assertThat(live.dashes()).isEmpty();
        assertThat(copies.dashes()).isNotEmpty();
        assertThat(copies.width()).isLessThan(live.width()).isGreaterThan(1);
    }

    private static Line line(Subject subject, Quantity quantity) {
        return new Line(new Key(subject, "", quantity), new double[0], new double[0], new boolean[0]);
    }
}

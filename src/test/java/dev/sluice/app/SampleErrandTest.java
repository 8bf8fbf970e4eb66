package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.JobLine;
import dev.sluice.demo.Teller;
import dev.sluice.demo.Teller.Scene;
import dev.sluice.domain.HandClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleErrandTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> narrated = new ArrayList<>();
    private final HandClock clock = new HandClock(NOW);
    private final SampleErrand errand =
            new SampleErrand(new Narrated(narrated), clock, () -> narrated.add("cancelled"));

    @Test
    void its_steps_are_named_and_tell_how_far_it_is() {
        assertThat(errand.progress()).isZero();

        errand.step(1, 4, Scene.OVERVIEW, "Deploy blue");
        clock.forward(5);
        errand.step(3, 4, Scene.LIVE, "Send requests");

        assertThat(errand.now()).isEqualTo("Send requests");
        assertThat(errand.progress()).isEqualTo(2.5 / 4);
        assertThat(errand.steps())
                .containsExactly(
                        new Errand.Step("Deploy blue", NOW), new Errand.Step("Send requests", NOW.plusSeconds(5)));
        assertThat(narrated).containsExactly("Deploy blue", "Send requests");
    }

    @Test
    void what_it_tells_the_window_is_in_its_log() {
        errand.step(1, 4, Scene.OVERVIEW, "Deploy blue");

        errand.fact("blue is ready");

        assertThat(errand.log()).containsExactly(new JobLine(NOW, "Deploy blue", "blue is ready"));
        assertThat(narrated).endsWith("blue is ready");
    }

    private record Narrated(List<String> told) implements Teller {

        @Override
        public void step(int number, int of, Scene scene, String title) {
            told.add(title);
        }

        @Override
        public void fact(String text) {
            told.add(text);
        }

        @Override
        public void end(boolean held, String text) {
            told.add(text);
        }
    }
}

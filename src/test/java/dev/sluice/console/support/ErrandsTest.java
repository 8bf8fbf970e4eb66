package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.HalfDone;
import dev.sluice.console.SampleFleets;
import dev.sluice.control.Job.Result;
import dev.sluice.domain.HandClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private final HandClock clock = new HandClock(SampleFleets.NOW);
    private final Errands errands = new Errands(clock);
    private final Errand errand = new HalfDone(errands);

    @Test
    void one_that_has_ended_keeps_how_it_ended_and_what_it_told() {
        errands.begin(errand);
        clock.forward(3);

        errands.failed(errand, "the runtime is gone");

        assertThat(errands.underway()).isEmpty();
        assertThat(errands.ended())
                .containsExactly(new Errands.Ended(
                        1,
                        SampleFleets.NOW,
                        "Sending",
                        new Result.Failed(SampleFleets.NOW.plusSeconds(3), "the runtime is gone"),
                        "",
                        errand.steps(),
                        errand.log()));
    }

    @Test
    void what_ends_twice_has_ended_the_first_time() {
        errands.begin(errand);
        errands.done(errand, "10 of 10");

        errands.stopped(errand, "");

        assertThat(errands.ended()).extracting(Errands.Ended::text).isEqualTo(List.of("10 of 10"));
    }

    @Test
    void only_the_newest_twenty_are_kept() {
        for (int i = 0; i < 30; i++) {
            errands.begin(errand);
            errands.done(errand, "");
        }

        assertThat(errands.ended()).hasSize(20);
        assertThat(errands.ended().get(0).number()).isEqualTo(30);
    }
}

package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.support.Errands;
import dev.sluice.console.support.JobLine;
import dev.sluice.control.Job.Result;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.demo.Teller;
import dev.sluice.domain.HandClock;
import dev.sluice.domain.Problem;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SampleStartTest {

    private static final String WHY = "refused: name: the disk is full. To mend it: make room";

    private final FakeControl control = new FakeControl();
    private final Errands errands = new Errands(new HandClock(SampleFleets.NOW));
    private final List<String> narrated = new ArrayList<>();

    @Test
    void a_sample_that_could_not_be_set_up_is_told_and_can_be_read_among_the_jobs_later() {
        var full = Problem.of(Problem.Code.INTERNAL, "name", "the disk is full", "make room");
        control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(full)));

        start();

        assertThat(narrated).containsExactly("The sample could not be set up. " + WHY);
        assertThat(errands.underway()).isEmpty();
        assertThat(errands.ended()).singleElement().satisfies(ended -> {
            assertThat(ended.result()).isEqualTo(new Result.Failed(SampleFleets.NOW, WHY));
            assertThat(ended.steps()).hasSize(1);
            assertThat(ended.log()).extracting(JobLine::text).containsExactly(WHY);
        });
    }

    /** All in the test's thread: the runtime tells its first picture as soon as it is watched. */
    private void start() {
        new SampleStart(
                        control,
                        HttpClient.newHttpClient(),
                        new HandClock(SampleFleets.NOW),
                        Runnable::run,
                        about -> new Narrated(narrated),
                        errands,
                        Runnable::run,
                        end -> control.push(SampleFleets.empty()))
                .run();
    }

    private record Narrated(List<String> told) implements Teller {

        @Override
        public void step(int number, int of, Scene scene, String title) {
            // What is told at the end is what this is about.
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

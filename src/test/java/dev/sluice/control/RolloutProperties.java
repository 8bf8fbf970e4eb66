package dev.sluice.control;

import static org.quicktheories.QuickTheory.qt;

import dev.sluice.control.RolloutSteps.Manner;
import dev.sluice.control.RolloutSteps.Step;
import dev.sluice.router.http.HttpRouter;
import dev.sluice.router.http.RouterSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is asked of a rollout, and whatever happens to it, the runtime is as a plain model says it must be. A failure
 * prints its seed, for {@code -DQT_SEED}, and the shortest sequence found that fails.
 */
class RolloutProperties {

    private static final int EXAMPLES = 25;

    @TempDir
    private Path folder;

    private final HttpRouter router = new HttpRouter(
            RouterSettings.DEFAULT.withEventLoops(2),
            System::nanoTime,
            () -> UUID.randomUUID().toString());
    private final AtomicInteger trials = new AtomicInteger();

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void whatever_is_asked_and_whatever_happens_all_is_as_modelled() {
        qt().withExamples(EXAMPLES)
                .withShrinkCycles(20)
                .forAll(RolloutSteps.sequences())
                .checkAssert(this::run);
    }

    private void run(List<Step> steps) {
        try (var trial = new RolloutTrial(folder.resolve("trial-" + trials.incrementAndGet()), router)) {
            trial.create("blue", true);
            trial.create("green", false);
            trial.mirror("green", 50, Manner.AT_REST);
            for (var step : steps) {
                step.in(trial);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

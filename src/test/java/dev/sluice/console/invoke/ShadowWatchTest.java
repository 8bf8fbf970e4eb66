package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.invoke.ShadowWatch.Finding;
import dev.sluice.metrics.ShadowAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShadowWatchTest {

    private final FakeControl control = new FakeControl();
    private final HandClock clock = new HandClock();
    private final ShadowWatch shadow = new ShadowWatch(control, Runnable::run, clock);

    @Test
    void a_shadow_may_answer_long_after_the_live_deployment() {
        control.shadowAnswers.put("r1", new ShadowAnswer.Awaited(GREEN));
        shadow.follow(DIABETES, "r1");
        assertThat(found()).isInstanceOf(ShadowAnswer.Awaited.class);

        control.shadowAnswers.put("r1", given());
        clock.pass(Duration.ofSeconds(5));

        assertThat(shadow.given()).isPresent();
    }

    @Test
    void a_copy_that_is_not_known_yet_may_be_known_a_moment_later() {
        shadow.follow(DIABETES, "r1");
        assertThat(shadow.findingProperty().get()).isEqualTo(new Finding.NotCopied());

        control.shadowAnswers.put("r1", given());
        clock.pass(Duration.ofMillis(200));

        assertThat(shadow.given()).isPresent();
    }

    @Test
    void nobody_looks_any_more_when_another_answer_is_on_screen_or_a_copy_cannot_live_any_more() {
        shadow.follow(DIABETES, "r1");
        shadow.stop();
        control.shadowAnswers.put("r1", given());
        clock.pass(Duration.ofMinutes(1));
        assertThat(shadow.findingProperty().get()).isEqualTo(new Finding.Nothing());

        shadow.follow(DIABETES, "r2");
        clock.pass(Duration.ofMinutes(1));
        control.shadowAnswers.put("r2", given());
        clock.pass(Duration.ofMinutes(1));
        assertThat(shadow.findingProperty().get()).isEqualTo(new Finding.NotCopied());
    }

    private ShadowAnswer found() {
        return ((Finding.Found) shadow.findingProperty().get()).answer();
    }

    private static ShadowAnswer given() {
        return new ShadowAnswer.Given(GREEN, 200, Duration.ofMillis(3), "application/json", new byte[] {'1'}, 1);
    }
}

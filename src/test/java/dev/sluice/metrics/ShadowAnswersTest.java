package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.DeploymentName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShadowAnswersTest {

    private static final DeploymentName GREEN = new DeploymentName("green");

    private final ShadowAnswers answers = new ShadowAnswers();

    @Test
    void what_is_known_of_a_copy_is_replaced_by_what_is_known_later() {
        answers.put("one", new ShadowAnswer.Awaited(GREEN));
        answers.put("one", given(10));

        assertThat(answers.find("one")).containsInstanceOf(ShadowAnswer.Given.class);
        assertThat(answers.find("two")).isEmpty();
    }

    @Test
    void only_the_newest_are_kept() {
        for (int i = 0; i < ShadowAnswers.MOST + 1; i++) {
            answers.put("request-" + i, given(1));
        }

        assertThat(answers.find("request-0")).isEmpty();
        assertThat(answers.find("request-1")).isPresent();
    }

    @Test
    void long_answers_push_others_out_sooner() {
        int most = ShadowAnswers.MOST_BYTES / ShadowAnswers.MOST_OF_ONE;
        for (int i = 0; i < most + 3; i++) {
            answers.put("request-" + i, given(ShadowAnswers.MOST_OF_ONE));
        }

        assertThat(answers.find("request-2")).isEmpty();
        assertThat(answers.find("request-3")).isPresent();
    }

    private static ShadowAnswer given(int bytes) {
        return new ShadowAnswer.Given(GREEN, 200, Duration.ofMillis(3), "text/plain", new byte[bytes], bytes);
    }
}

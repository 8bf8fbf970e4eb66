package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void a_refusal_says_what_and_what_to_do_and_names_no_key_of_a_file_that_is_not_there() {
        var problem = Problem.of(
                Problem.Code.TRAFFIC_NOT_READY, "traffic.green", "deployment green is not ready", "wait for it");

        assertThat(Problems.of(new Outcome.Refused(List.of(problem)), null))
                .isEqualTo("Deployment green is not ready. What to do: wait for it.");
    }
}

package dev.sluice.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Probe;
import dev.sluice.reconcile.Planner.Seen.Condition;
import dev.sluice.reconcile.Vitals.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VitalsTest {

    private static final Duration YOUNG = Duration.ofSeconds(1);
    private static final Probe STRICT = probe(2, 3);

    private final Vitals vitals = new Vitals(STRICT, probe(1, 2));

    @Test
    void an_instance_is_ready_when_it_has_succeeded_often_enough_in_a_row() {
        assertThat(readiness(true, Condition.STARTING)).isEmpty();
        assertThat(readiness(false, Condition.STARTING)).isEmpty();
        assertThat(readiness(true, Condition.STARTING)).isEmpty();
        assertThat(readiness(true, Condition.STARTING)).contains(Verdict.READY);
    }

    @Test
    void c12_one_that_is_ready_is_taken_out_when_it_has_failed_often_enough_in_a_row() {
        assertThat(readiness(false, Condition.READY)).isEmpty();
        assertThat(readiness(false, Condition.READY)).isEmpty();
        assertThat(readiness(true, Condition.READY)).isEmpty();
        assertThat(readiness(false, Condition.READY)).isEmpty();
        assertThat(readiness(false, Condition.READY)).isEmpty();
        assertThat(readiness(false, Condition.READY)).contains(Verdict.UNREADY);
    }

    @Test
    void c12_one_that_was_taken_out_comes_back_by_the_success_threshold() {
        assertThat(readiness(true, Condition.UNREADY)).isEmpty();
        assertThat(readiness(true, Condition.UNREADY)).contains(Verdict.READY);
    }

    @Test
    void one_that_starts_is_late_only_when_its_budget_is_over_however_often_it_was_asked() {
        for (int i = 0; i < 100; i++) {
            assertThat(vitals.readiness(false, Condition.STARTING, STRICT.budget()))
                    .isEmpty();
        }
        assertThat(vitals.readiness(false, Condition.STARTING, STRICT.budget().plusMillis(1)))
                .contains(Verdict.LATE);
    }

    @Test
    void c12_one_that_fails_its_liveness_probe_often_enough_in_a_row_is_dead() {
        assertThat(vitals.liveness(false, Condition.READY, YOUNG)).isEmpty();
        assertThat(vitals.liveness(true, Condition.READY, YOUNG)).isEmpty();
        assertThat(vitals.liveness(false, Condition.UNREADY, YOUNG)).isEmpty();
        assertThat(vitals.liveness(false, Condition.UNREADY, YOUNG)).contains(Verdict.DEAD);
    }

    @Test
    void one_that_starts_is_not_dead_before_its_liveness_budget_is_over() {
        vitals.liveness(false, Condition.STARTING, YOUNG);

        assertThat(vitals.liveness(false, Condition.STARTING, probe(1, 2).budget()))
                .isEmpty();
        assertThat(vitals.liveness(
                        false, Condition.STARTING, probe(1, 2).budget().plusMillis(1)))
                .contains(Verdict.DEAD);
    }

    private Optional<Verdict> readiness(boolean success, Condition condition) {
        return vitals.readiness(success, condition, YOUNG);
    }

    private static Probe probe(int successes, int failures) {
        return new Probe(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(2), successes, failures);
    }
}

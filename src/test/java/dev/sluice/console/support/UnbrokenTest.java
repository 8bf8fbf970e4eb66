package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnbrokenTest {

    @Test
    void a_number_keeps_its_unit() {
        assertThat(Unbroken.of("give the remaining 10 % to one of the 2 deployments within 5 s or 2 min"))
                .isEqualTo("give the remaining 10\u00a0% to one of the 2 deployments within 5\u00a0s or 2\u00a0min");
    }

    @Test
    void what_is_no_unit_is_left_alone() {
        assertThat(Unbroken.of("line 4 said so, of 3 months")).isEqualTo("line 4 said so, of 3 months");
    }
}

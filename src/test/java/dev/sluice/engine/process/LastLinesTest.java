package dev.sluice.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastLinesTest {

    @Test
    void half_an_hour_of_a_busy_instance_is_kept_and_no_more_whatever_is_asked_for() {
        var last = new LastLines(Integer.MAX_VALUE);

        for (int i = 0; i < 60_000; i++) {
            last.add("line " + i);
        }

        assertThat(last.lines()).hasSize(50_000).startsWith("line 10000").endsWith("line 59999");
        assertThat(last.missing()).isZero();
    }
}

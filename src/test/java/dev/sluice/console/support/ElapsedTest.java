package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 0.0 s",
        "450, 0.4 s",
        "9999, 9.9 s",
        "10000, 10 s",
        "125000, 2 min 5 s",
        "11400000, 3 h 10 min",
        "352800000, 4 d 2 h"
    })
    void a_span_is_told_in_its_two_largest_units(long millis, String told) {
        assertThat(Elapsed.text(Duration.ofMillis(millis))).isEqualTo(told);
    }
}

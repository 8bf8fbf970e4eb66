package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthLimitTest {

    @ParameterizedTest
    @CsvSource({"5MB, 5000000", "5MB/s, 5000000", "300kB, 300000", "300KB, 300000", "1B, 1", "1000GB, 1000000000000"})
    void is_written_in_decimal_bytes_a_second(String text, long bytes) {
        assertThat(BandwidthLimit.parse(text)).contains(BandwidthLimit.perSecond(bytes));
    }

    @Test
    void may_be_off() {
        assertThat(BandwidthLimit.parse("off")).contains(BandwidthLimit.none());
    }

    /** Small b is a bit to some, and a number alone could mean anything. */
    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5Mb", "5MBPS", "0B", "-5MB", "5.5MB", "1001GB", "9999999999999B", " 5MB"})
    void is_not_guessed_at(String text) {
        assertThat(BandwidthLimit.parse(text)).isEmpty();
    }

    @Test
    void is_never_nothing() {
        assertThatThrownBy(() -> BandwidthLimit.perSecond(0)).hasMessageContaining("from 1");
    }
}

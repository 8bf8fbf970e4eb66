package dev.sluice.engine.conda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "==1.2 1.2.0",
                "==1.2.* 1.2.9",
                "==1.2 1.2+cpu",
                ">=1.2,<2 1.9.9",
                "~=1.4.2 1.4.9",
                "~=1.4 1.9",
                "!=1.3 1.4",
                "!=1.3.* 1.4",
                "<=2 2.0",
                ">1.7 1.8",
                ">1.7.post1 1.7.post2",
                "=1.2 1.2.7",
                "=1.2.* 1.2.7",
                "1.2.* 1.2.7",
                "1.2* 1.2.7",
                "1.2|1.4.* 1.4.3",
                "===2024a 2024a",
                "* 7",
            })
    void a_version_that_is_asked_for_is_included(String range, String version) {
        assertThat(new VersionRange(range).includes(version)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "==1.2 1.2.1",
                "==1.2.* 1.20",
                ">=1.2,<2 2.0",
                "~=1.4.2 1.5",
                "~=1.4.2 1.4.1",
                "!=1.3.* 1.3.7",
                ">1.7 1.7.post1",
                "<2 2.0rc1",
                "=1.2 1.3",
                "=1.2 1.20.0",
                "1.2 1.2.1",
                "1.2|1.4.* 1.3",
                "==latest 1.0",
            })
    void any_other_is_not(String range, String version) {
        assertThat(new VersionRange(range).includes(version)).isFalse();
    }
}

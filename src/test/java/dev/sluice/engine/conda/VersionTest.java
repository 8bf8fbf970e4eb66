package dev.sluice.engine.conda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

    /** As PEP 440 orders them in its own example, and some more. */
    private static final List<String> IN_ORDER = List.of(
            "0.9",
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
            "1.10",
            "2024.1",
            "1!0.1");

    @Test
    void versions_are_in_the_order_of_pep_440() {
        var shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(shuffled.stream().map(VersionTest::version).sorted().toList())
                .containsExactlyElementsOf(
                        IN_ORDER.stream().map(VersionTest::version).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1.0,1",
        "1.0.0,1.0",
        "v1.0,1.0",
        "1.0-alpha.1,1.0a1",
        "1.0c1,1.0rc1",
        "1.0-1,1.0.post1",
        "1.0R4,1.0.post4"
    })
    void spellings_of_one_version_are_the_same(String one, String other) {
        assertThat(version(one)).isEqualByComparingTo(version(other));
    }

    @Test
    void what_is_no_version_is_none() {
        assertThat(Version.parse("latest")).isEmpty();
        assertThat(Version.parse("")).isEmpty();
        assertThat(Version.parse("1.1.1w")).isEmpty();
    }

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }
}

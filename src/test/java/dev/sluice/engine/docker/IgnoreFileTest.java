package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As Docker's own matcher decides (moby/patternmatcher). */
class IgnoreFileTest {

    private static IgnoreFile of(String... lines) throws Exception {
        return IgnoreFile.parse(List.of(lines));
    }

    @ParameterizedTest
    @CsvSource({
        "*.log, a.log, true",
        "*.log, sub/a.log, false",
        "**/*.log, a.log, true",
        "**/*.log, sub/deep/a.log, true",
        "data, data, true",
        "data, data/deep/a, true",
        "data, database, false",
        "/data/, data/a, true",
        "./data, data/a, true",
        "a/../data, data, true",
        "data/*, data/a, true",
        "data/*/x, data/a/x, true",
        "data/*/x, data/a/b/x, false",
        "data/**, data/a/b, true",
        "a?, ab, true",
        "a?, a/, false",
        "[ab].txt, b.txt, true",
        "[^ab].txt, b.txt, false",
        "a.b, axb, false",
        "a(b), a(b), true",
        "\\*, *, true",
        "\\*, a, false",
        "., a, false",
        "**, a/b, true"
    })
    void a_pattern_leaves_out_what_docker_leaves_out(String pattern, String path, boolean out) throws Exception {
        assertThat(of(pattern).leavesOut(path)).isEqualTo(out);
    }

    @Test
    void the_last_line_that_matches_decides() throws Exception {
        var file = of("*", "!src", "src/*.tmp", "!src/keep.tmp");

        assertThat(file.leavesOut("other")).isTrue();
        assertThat(file.leavesOut("src/a.py")).isFalse();
        assertThat(file.leavesOut("src/a.tmp")).isTrue();
        assertThat(file.leavesOut("src/keep.tmp")).isFalse();
    }

    @Test
    void comments_and_empty_lines_are_nothing() throws Exception {
        assertThat(of("# *", "", "  ").leavesOut("# *")).isFalse();
    }

    @Test
    void a_folder_need_not_be_looked_into_unless_something_in_it_may_be_taken_back() throws Exception {
        assertThat(of("data").leavesOutAllOf("data")).isTrue();
        assertThat(of("data", "!other/x").leavesOutAllOf("data")).isTrue();
        assertThat(of("data", "!data/keep").leavesOutAllOf("data")).isFalse();
        assertThat(of("data", "!data/deep/keep").leavesOutAllOf("data/deep")).isFalse();
        assertThat(of("data", "!**/keep").leavesOutAllOf("data")).isFalse();
        assertThat(of("data", "!data/*.csv").leavesOutAllOf("data")).isFalse();
    }

    @Test
    void a_set_without_an_end_is_refused_with_its_line() {
        assertThatThrownBy(() -> of("a", "[b"))
                .isInstanceOfSatisfying(
                        IgnoreFile.BadPattern.class,
                        bad -> assertThat(bad.line()).isEqualTo(2));
    }
}

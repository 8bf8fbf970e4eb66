package dev.sluice.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Finding JAVA = Finding.ok("Java", "17");
    private static final Finding DOCKER = Finding.hint("Docker", "none", "start it");
    private static final Finding PYTHON = Finding.missing("Python", "none", "install it");

    @Test
    void each_finding_is_a_line_and_its_fix_is_below_it() {
        assertThat(text(JAVA, DOCKER).lines())
                .containsExactly(
                        "ok       Java                   17",
                        "hint     Docker                 none",
                        "                                -> start it",
                        "All that Sluice needs is there.");
    }

    @Test
    void what_is_missing_is_said_in_the_end() {
        assertThat(text(PYTHON)).contains("missing  Python").endsWith("until what is missing is mended.\n");
    }

    @Test
    void only_what_is_missing_makes_it_unwell() {
        assertThat(new Examination(List.of(JAVA, DOCKER)).isWell()).isTrue();
        assertThat(new Examination(List.of(JAVA, PYTHON)).isWell()).isFalse();
    }

    @Test
    void programs_read_the_same_as_json() throws JsonProcessingException {
        var said = new StringWriter();
        new Report(new Examination(List.of(JAVA, PYTHON))).printJson(new PrintWriter(said));
        var json = new ObjectMapper().readTree(said.toString());
        assertThat(json.get("ok").booleanValue()).isFalse();
        assertThat(json.at("/findings/1")).hasToString("""
                {"subject":"Python","verdict":"missing","found":"none","fix":"install it"}""");
    }

    @Test
    void a_finding_that_is_not_well_has_a_fix_and_no_other_has() {
        assertThatThrownBy(() -> Finding.hint("Docker", "none", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding("Java", Finding.Verdict.OK, "17", "mend it"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Finding... findings) {
        var said = new StringWriter();
        new Report(new Examination(List.of(findings))).print(new PrintWriter(said));
        return said.toString();
    }
}

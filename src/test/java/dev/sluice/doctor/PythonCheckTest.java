package dev.sluice.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.doctor.Finding.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonCheckTest {

    private static final String SCRIPT = "tell";
    private static final String FACTS = """
            {"executable": "/usr/bin/python3.11", "version": "3.11.2", "venv": true, "numpy": "1.24.2",
             "index": "https://pypi.org/simple", "complaint": null}
            """;

    private final FakeComputer computer = new FakeComputer().program("python3", "/usr/bin/python3");

    @Test
    void a_python_with_all_that_models_need_is_well() {
        assertThat(look(FACTS))
                .extracting(Finding::subject, Finding::verdict, Finding::found)
                .containsExactly(
                        tuple("Python", Verdict.OK, "3.11.2, /usr/bin/python3.11"),
                        tuple("Python venv", Verdict.OK, "a conda file's packages can be installed for it alone"),
                        tuple("Package index", Verdict.OK, "https://pypi.org/simple answers"),
                        tuple("numpy", Verdict.OK, "1.24.2"));
    }

    @Test
    void without_a_python_no_model_runs() {
        computer.programs.clear();
        var finding = new PythonCheck(computer, SCRIPT).look().get(0);
        assertThat(finding.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(finding.fix()).contains("apt-get install", "python3");
    }

    @Test
    void a_python_that_is_too_old_is_missing() {
        var finding = look(FACTS.replace("3.11.2", "3.7.9")).get(0);
        assertThat(finding.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(finding.found()).contains("3.7.9", "older than 3.8");
    }

    @Test
    void a_python_that_was_named_is_the_one_that_is_looked_at() {
        computer.variables.put("SLUICE_PYTHON", "/opt/python");
        computer.answering("/opt/python -c " + SCRIPT, 0, FACTS.replace("/usr/bin/python3.11", "/opt/python"));
        assertThat(new PythonCheck(computer, SCRIPT).look().get(0).found()).contains("/opt/python");
    }

    @Test
    void a_python_that_breaks_is_told_with_its_own_last_words() {
        computer.answering("/usr/bin/python3 -c " + SCRIPT, 1, "Traceback\n  File\nImportError: no json\n");
        var finding = new PythonCheck(computer, SCRIPT).look().get(0);
        assertThat(finding.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(finding.found()).endsWith("ImportError: no json");
        assertThat(finding.fix()).contains("SLUICE_PYTHON");
    }

    @Test
    void a_python_that_does_not_answer_is_missing() {
        assertThat(new PythonCheck(computer, SCRIPT).look().get(0).found()).endsWith("no answer");
    }

    @Test
    void what_is_optional_is_a_hint_with_its_package() {
        assertThat(look(FACTS.replace("\"venv\": true", "\"venv\": false"))
                        .get(1)
                        .fix())
                .contains("python3-venv");
        assertThat(look(FACTS.replace("\"1.24.2\"", "null")).get(3).fix()).contains("python3-numpy");
        assertThat(look(FACTS.replace("1.24.2", "broken: libblas")).get(3).found())
                .contains("libblas");
    }

    @Test
    void an_index_that_does_not_answer_is_told_with_the_reason() {
        var finding = look(FACTS.replace("null}", "\"timed out\"}")).get(2);
        assertThat(finding.verdict()).isEqualTo(Verdict.HINT);
        assertThat(finding.found()).isEqualTo("https://pypi.org/simple does not answer: timed out");
        assertThat(finding.fix()).contains("PIP_INDEX_URL");
    }

    @Test
    void this_computers_python_tells_its_facts_and_keeps_the_indexs_password() {
        var here = new ThisComputer(
                Map.of("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin")));
        var script = "import os; os.environ['PIP_INDEX_URL'] = 'http://me:hidden@127.0.0.1:1/simple'\n"
                + Examination.pythonFacts();
        var findings = new PythonCheck(here, script).look();
        assertThat(findings.get(0).verdict()).isEqualTo(Verdict.OK);
        assertThat(findings.get(2).found()).startsWith("http://127.0.0.1:1/simple does not answer: ");
        assertThat(findings.toString()).doesNotContain("hidden");
    }

    private List<Finding> look(String facts) {
        computer.answering("/usr/bin/python3 -c " + SCRIPT, 0, facts);
        return new PythonCheck(computer, SCRIPT).look();
    }
}

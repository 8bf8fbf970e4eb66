package dev.sluice.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.PackageDifference;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import dev.sluice.engine.Instance;
import dev.sluice.engine.Instance.Cause;
import dev.sluice.engine.Instance.Status;
import dev.sluice.engine.InstanceId;
import dev.sluice.engine.InstanceKey;
import dev.sluice.reconcile.Planner.Seen.Condition;
import dev.sluice.reconcile.Prober.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Path COPY = Path.of("/state/deployments/diabetes/blue/3/app");
    private static final InstanceKey KEY =
            new InstanceKey(new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue")), 3, "blue-x1");

    @ParameterizedTest
    @CsvSource({
        "script_missing,USER_SCRIPT_NOT_FOUND",
        "syntax_error,USER_SCRIPT_SYNTAX_ERROR",
        "missing_module,USER_SCRIPT_IMPORT_ERROR",
        "import_error,USER_SCRIPT_IMPORT_ERROR",
        "no_init,USER_SCRIPT_FUNCTION_NOT_FOUND",
        "no_run,USER_SCRIPT_FUNCTION_NOT_FOUND",
        "bad_run_signature,USER_SCRIPT_FUNCTION_NOT_FOUND",
        "init_failed,USER_SCRIPT_INIT_FAILED",
        "init_timeout,USER_SCRIPT_INIT_TIMEOUT",
        "worker_died,INSTANCE_EXITED",
        "bad_setting,BAD_VALUE",
    })
    void c4_each_way_in_which_a_script_fails_to_boot_has_a_code_of_its_own(String kind, Code code) {
        var problem = of(report("\"kind\": \"" + kind + "\", \"message\": \"so it was\""))
                .problem();

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.path()).isEqualTo("diabetes/blue");
        assertThat(problem.remedy()).isNotBlank();
    }

    @Test
    void c4_a_syntax_error_is_placed_in_the_users_own_file_and_shown_with_its_line() {
        var diagnosis =
                of(report("\"kind\": \"syntax_error\", \"error\": \"SyntaxError\", \"message\": \"expected ':'\","
                        + " \"file\": \"" + COPY + "/inner/score.py\", \"line\": 4,"
                        + " \"traceback\": \"  File \\\"" + COPY + "/inner/score.py\\\", line 4\\n    def run(data)\\n"
                        + "                 ^\\nSyntaxError: expected ':'\""));

        assertThat(diagnosis.problem().message()).isEqualTo("SyntaxError: expected ':' (inner/score.py, line 4)");
        assertThat(diagnosis.problem().place()).isEqualTo(new Place("/home/me/code/inner/score.py", 4, 1));
        assertThat(diagnosis.lines())
                .containsExactly(
                        "  File \"inner/score.py\", line 4",
                        "    def run(data)",
                        "                 ^",
                        "SyntaxError: expected ':'");
    }

    @Test
    void a_place_that_python_itself_tells_is_not_told_twice() {
        var problem = of(report("\"kind\": \"syntax_error\", \"error\": \"SyntaxError\","
                        + " \"message\": \"'{' was never closed (score.py, line 5)\","
                        + " \"file\": \"" + COPY + "/score.py\", \"line\": 5"))
                .problem();

        assertThat(problem.message()).isEqualTo("SyntaxError: '{' was never closed (score.py, line 5)");
    }

    @Test
    void the_code_in_a_container_is_the_users_too() {
        var problem = of(report("\"kind\": \"import_error\", \"error\": \"NameError\", \"message\": \"x\","
                        + " \"file\": \"/var/azureml-app/code/score.py\", \"line\": 2"))
                .problem();

        assertThat(problem.place()).isEqualTo(new Place("/home/me/code/score.py", 2, 1));
    }

    @Test
    void c4_a_missing_module_is_named_and_that_the_conda_file_asked_for_its_package() {
        var problem = of(
                        report("\"kind\": \"missing_module\", \"error\": \"ModuleNotFoundError\","
                                + " \"message\": \"No module named 'sklearn'\", \"module\": \"sklearn\""),
                        new PackageDifference("numpy", "=2.3", Optional.of("2.2")),
                        new PackageDifference("scikit-learn", "=1.7.0", Optional.empty()))
                .problem();

        assertThat(problem.message())
                .isEqualTo("the module sklearn is not installed, though the conda file asks for scikit-learn=1.7.0");
        assertThat(problem.remedy()).startsWith("install scikit-learn=1.7.0");
    }

    @Test
    void a_missing_module_that_no_conda_file_asks_for_is_to_be_added_to_one_or_installed() {
        var problem = of(report("\"kind\": \"missing_module\", \"module\": \"PIL.Image\""))
                .problem();

        assertThat(problem.remedy())
                .contains("add the package pillow to a conda file", "install it into the Python that runs it");
    }

    @Test
    void c4_the_files_of_the_model_are_listed_where_init_has_failed() {
        var log = new ArrayList<>(List.of(
                "2026-01-01 12:00:00,000 I [7] sluice.print - loading",
                "2026-01-01 12:00:00,000 I [7] sluice - Model Directory Contents:",
                "2026-01-01 12:00:00,000 I [7] sluice - model.pkl"));
        log.addAll(report("\"kind\": \"init_failed\", \"error\": \"FileNotFoundError\", \"message\": \"no.pkl\","
                + " \"traceback\": \"Traceback\\nFileNotFoundError: no.pkl\""));

        assertThat(of(log).lines())
                .containsExactly("Traceback", "FileNotFoundError: no.pkl", "Model Directory Contents:", "model.pkl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"worker_died\", \"stage\": \"init\", \"out_of_memory\": true",
                "\"kind\": \"init_failed\", \"error\": \"MemoryError\"",
            })
    void o2_want_of_memory_is_told_from_other_ends(String facts) {
        var problem = of(report(facts)).problem();

        assertThat(problem.code()).isEqualTo(Code.OUT_OF_MEMORY);
        assertThat(problem.message()).contains("init()");
    }

    @Test
    void o2_an_instance_that_the_system_has_killed_for_want_of_memory_is_told_from_one_that_has_ended() {
        assertThat(ended(new Status.Ended(137, "killed: out of memory", Cause.OUT_OF_MEMORY)))
                .extracting(Problem::code)
                .isEqualTo(Code.OUT_OF_MEMORY);
        assertThat(ended(new Status.Ended(9, "exit code 9"))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.INSTANCE_EXITED);
            assertThat(problem.message()).isEqualTo("instance blue-x1 has ended: exit code 9");
        });
    }

    @Test
    void one_that_never_opened_its_port_is_told_from_one_that_answered_otherwise() {
        assertThat(unready(Finding.SILENT).code()).isEqualTo(Code.PORT_NEVER_OPENED);
        assertThat(unready(Finding.NOT_READY).code()).isEqualTo(Code.RESOURCE_NOT_READY);
        assertThat(unready(Finding.SILENT).message()).contains("within 10 s");
    }

    @Test
    void without_a_report_the_last_lines_are_shown_and_no_more() {
        var log = IntStream.range(0, 100).mapToObj(i -> "line " + i).toList();

        assertThat(of(log).lines()).hasSize(20).endsWith("line 99");
    }

    @Test
    void a_report_that_was_cut_off_leaves_the_sentence_for_people() {
        var log = List.of(
                "t E [7] sluice.failure - {\"kind\": \"init_fai",
                "2026 E [7] sluice.boot - UserScriptInitFailed: KeyError: 'weights' (score.py:7)");

        assertThat(of(log).problem().code()).isEqualTo(Code.USER_SCRIPT_INIT_FAILED);
        assertThat(of(log).problem().message()).contains("KeyError: 'weights'");
        assertThat(of(log).lines()).hasSize(1);
    }

    private static List<String> report(String facts) {
        return List.of(
                "2026-01-01 12:00:00,000 E [7] sluice.failure - {" + facts + "}",
                "2026-01-01 12:00:00,000 E [7] sluice.boot - for people");
    }

    private static Diagnosis of(List<String> log, PackageDifference... differences) {
        return Diagnosis.of(tracked(new Status.Ended(3, "exit code 3")), circumstances(List.of(), differences), log);
    }

    private static Problem ended(Status.Ended how) {
        return Diagnosis.of(tracked(how), circumstances(List.of()), List.of()).problem();
    }

    private static Problem unready(Finding finding) {
        var probes = List.of(new Probing(Probing.Kind.READINESS, NOON, finding, Duration.ZERO));
        return Diagnosis.of(tracked(new Status.Booting()), circumstances(probes), List.of())
                .problem();
    }

    private static Circumstances circumstances(List<Probing> probes, PackageDifference... differences) {
        return new Circumstances(
                Duration.ofSeconds(10),
                probes,
                CodeCopy.of(Optional.of(COPY), new CodeSource.Folder("/home/me/code", "inner/score.py")),
                List.of(differences));
    }

    private static Tracked tracked(Status status) {
        return new Tracked(new Instance(new InstanceId("i"), KEY, NOON, status), Condition.ENDED, NOON);
    }
}

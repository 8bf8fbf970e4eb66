package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Body;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentName;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvokeTest {

    private static final String INVOKE = "ml online-endpoint invoke -n diabetes --request-file @request.json";

    @TempDir
    private Path folder;

    private CommandLineUnderTest line;

    @BeforeEach
    void blue_is_there() throws Exception {
        line = new CommandLineUnderTest(folder);
        line.run("ml online-endpoint create -n diabetes");
        line.run("ml online-deployment create -n blue -e diabetes -f @blue.yml");
        line.write("request.json", "{\"data\": [[1, 2]]}");
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    private Invocation sent() {
        assertThat(line.sent).hasSize(1);
        return line.sent.get(0);
    }

    @Test
    void f1_a_named_deployment_gets_the_request_whatever_its_share() {
        line.run(INVOKE + " --deployment blue");

        assertThat(sent().target()).isEqualTo(new Target.Pinned(new DeploymentName("blue")));
    }

    @Test
    void f1_an_unknown_deployment_is_refused_before_anything_is_sent() {
        var ran = line.run(INVOKE + " -d red");

        assertThat(ran.exitCode()).isEqualTo(CommandFailed.NOT_FOUND);
        assertThat(line.sent).isEmpty();
    }

    @Test
    void f2_f5_the_files_bytes_are_sent_as_json_by_the_traffic_rules_and_the_answer_is_one_json_string()
            throws Exception {
        line.answer = CommandLineUnderTest.answer(200, "[1.5, \"\u00e9\"]");

        var ran = line.run(INVOKE);

        assertThat(sent().target()).isEqualTo(new Target.ByTraffic());
        assertThat(sent().contentType()).isEqualTo("application/json");
        assertThat(sent().body())
                .isEqualTo(new Body.File(folder.resolve("request.json").toRealPath(), "{\"data\": [[1, 2]]}".length()));
        assertThat(ran.out()).isEqualTo("\"[1.5, \\\"\u00e9\\\"]\"\n");
    }

    @Test
    void o4_any_status_but_200_is_told_with_the_body_on_standard_error() {
        line.answer = CommandLineUnderTest.answer(424, "{\"message\": \"model failed\"}");

        var ran = line.run(INVOKE);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("ERROR: ")
                .contains("status 424")
                .contains("{\"message\": \"model failed\"}")
                .contains("r-1");
    }

    @Test
    void an_answer_of_which_only_a_part_was_kept_is_no_answer() {
        var whole = CommandLineUnderTest.answer(200, "[1");
        line.answer = new Answer(200, "blue", whole.latency(), whole.headers(), whole.body(), 1000);

        var ran = line.run(INVOKE);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("the answer has 1000 bytes, of which the first 2 are kept");
    }

    @Test
    void f2_a_file_may_have_what_pythons_json_writes_for_numbers_that_json_has_not() throws Exception {
        line.write("request.json", "{\"data\": [NaN, Infinity, -Infinity]}");

        assertThat(line.run(INVOKE).exitCode()).isZero();
    }

    @Test
    void f5_a_file_that_is_not_one_json_value_is_refused_with_the_place() throws Exception {
        line.write("request.json", "{\"data\": [1,\n 2}");
        assertThat(line.run(INVOKE).err()).contains("request.json:2:").contains("is not JSON");

        line.write("request.json", "");
        assertThat(line.run(INVOKE).err()).contains("it is empty");

        line.write("request.json", "{} {}");
        assertThat(line.run(INVOKE).err()).contains("something follows");
        assertThat(line.sent).isEmpty();
    }

    @Test
    void f2_what_comes_out_of_a_pipe_is_read_once_and_sent_along() throws Exception {
        var ran = runWithPipe("printf '{\"data\": [[3]]}'");

        assertThat(ran.err()).isEmpty();
        assertThat(sent().body())
                .isInstanceOfSatisfying(
                        Body.Bytes.class,
                        body -> assertThat(body.bytes()).asString().isEqualTo("{\"data\": [[3]]}"));
    }

    @Test
    void f2_a_pipe_that_does_not_end_is_refused_and_so_is_one_that_is_empty_or_not_json() throws Exception {
        assertThat(runWithPipe("yes 1").err()).contains("is no file, and more than 16 MiB came out of it");
        assertThat(runWithPipe("true").err()).contains("it is empty");
        assertThat(runWithPipe("echo no").err()).contains("pipe:1:").contains("is not JSON");
        assertThat(line.sent).isEmpty();
    }

    /** By a name as lasting as {@code /dev/stdin}, which is another file to the runtime. */
    @Test
    void f2_the_runtime_is_told_the_files_own_name() throws Exception {
        Files.createSymbolicLink(folder.resolve("stdin"), folder.resolve("request.json"));

        line.run(INVOKE.replace("@request.json", "@stdin"));

        var file = folder.resolve("request.json").toRealPath();
        assertThat(sent().body()).isEqualTo(new Body.File(file, Files.size(file)));
    }

    private CommandLineUnderTest.Ran runWithPipe(String writer) throws Exception {
        var pipe = folder.resolve("pipe");
        if (Files.notExists(pipe)) {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        }
        var writing = new ProcessBuilder("sh", "-c", writer + " >" + pipe).start();
        try {
            return line.run(INVOKE.replace("@request.json", "@pipe"));
        } finally {
            writing.waitFor();
        }
    }
}

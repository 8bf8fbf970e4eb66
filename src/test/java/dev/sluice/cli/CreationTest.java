package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is created twice, or could not be, or not in that way. */
class CreationTest {

    private static final String CREATE = "ml online-deployment create -n blue -e diabetes -f @blue.yml";

    @TempDir
    private Path folder;

    private CommandLineUnderTest line;

    @BeforeEach
    void an_endpoint_is_there() throws Exception {
        line = new CommandLineUnderTest(folder);
        line.run("ml online-endpoint create -n diabetes -f @endpoint.yml");
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    @Test
    void d2_creating_an_endpoint_again_is_refused_and_changes_nothing() {
        var endpoint = shown("ml online-endpoint show -n diabetes");
        var keys = shown("ml online-endpoint get-credentials -n diabetes");

        var again = line.run("ml online-endpoint create -n Diabetes --auth-mode aml_token --set tags.team=other");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("there is an endpoint called diabetes already", "change that one by 'update'");
        assertThat(shown("ml online-endpoint show -n diabetes"))
                .isEqualTo(endpoint)
                .contains("forecast");
        assertThat(shown("ml online-endpoint get-credentials -n diabetes")).isEqualTo(keys);
    }

    @Test
    void e2_all_traffic_does_not_go_with_no_wait_and_nothing_is_begun() {
        var ran = line.run(CREATE + " --all-traffic --no-wait");

        assertThat(ran.exitCode()).isEqualTo(CommandFailed.USAGE);
        assertThat(ran.err()).contains("--all-traffic does not work with --no-wait");
        assertThat(line.engine.started()).isEmpty();
        assertThat(line.run("ml online-deployment show -n blue -e diabetes").exitCode())
                .as("not there")
                .isEqualTo(3);
    }

    @Test
    void h3_what_is_there_is_to_be_updated_and_what_is_not_there_cannot_be() {
        line.run(CREATE);

        var twice = line.run(CREATE + " --set instance_count=2");
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.err())
                .contains("endpoint diabetes has a deployment called blue already", "change that one by 'update'");
        assertThat(line.engine.started()).hasSize(1);

        for (var missing : List.of(
                "ml online-deployment update -n green -e diabetes --set instance_count=2",
                "ml online-deployment update -n green -e diabetes -f @green.yml")) {
            var ran = line.run(missing);
            assertThat(ran.exitCode()).as(missing).isEqualTo(3);
            assertThat(ran.err()).as(missing).contains("endpoint diabetes has no deployment called green");
        }
    }

    @Test
    void a5_what_only_docker_can_do_is_refused_at_its_line_in_the_file() throws Exception {
        line.write("own.yml", """
                name: blue
                endpoint_name: diabetes
                environment:
                  image: tensorflow/serving
                  inference_config:
                    liveness_route: {port: 8501, path: /live}
                    readiness_route: {port: 8501, path: /live}
                    scoring_route: {port: 8501, path: /predict}
                instance_type: Standard_DS3_v2
                """);
        line.engine.objects(Problem.of(
                Problem.Code.NOT_SUPPORTED,
                "environment.inference_config",
                "an image that serves by itself needs containers",
                "start Docker"));

        var ran = line.run("ml online-deployment create -n blue -e diabetes -f @own.yml");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("own.yml:5:", "environment.inference_config", "needs containers");
        assertThat(line.engine.started()).isEmpty();
    }

    @Test
    void e5_the_registrys_commands_take_a_file_and_explain_themselves() throws Exception {
        line.write("environment.yml", "name: packages\nversion: 1\nimage: base\nconda_file: conda.yml\n");
        assertThat(shown("ml model create -f @model.yml --query name -o tsv")).isEqualTo("my-model\n");
        assertThat(shown("ml environment create -f @environment.yml --query name -o tsv"))
                .isEqualTo("packages\n");

        for (var command : List.of("ml model create", "ml environment create")) {
            assertThat(shown(command + " -h")).as(command).contains(command, "--file", "--name", "--version");
        }
    }

    private String shown(String command) {
        var ran = line.run(command);
        assertThat(ran.exitCode()).as(command + "\n" + ran.err()).isZero();
        return ran.out();
    }
}

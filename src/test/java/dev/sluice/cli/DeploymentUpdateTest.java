package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.assets.TreeRemoval;
import dev.sluice.engine.InstanceSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which code runs after an update that is typed. */
class DeploymentUpdateTest {

    private static final String UPDATE = "ml online-deployment update -n blue -e diabetes ";

    @TempDir
    private Path folder;

    private CommandLineUnderTest line;

    @BeforeEach
    void blue_was_created_from_a_file() throws Exception {
        line = new CommandLineUnderTest(folder);
        line.write("code/score.py", "# finished");
        run("ml online-endpoint create -n diabetes");
        run("ml online-deployment create -n blue -e diabetes -f @blue.yml");
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    @Test
    void g2_a_file_that_differs_in_a_label_only_takes_the_code_in_anew() throws Exception {
        line.write("code/score.py", "# newer");

        run(UPDATE + "-f @blue.yml --set description=Other");

        assertThat(newest().files().app().resolve("score.py")).hasContent("# newer");
    }

    @Test
    void e3_what_show_prints_is_a_file_that_describes_what_runs() throws Exception {
        line.write(
                "shown.yml",
                line.run("ml online-deployment show -n blue -e diabetes -o yaml")
                        .out());
        TreeRemoval.remove(folder.resolve("code"));
        TreeRemoval.remove(folder.resolve("model"));

        run(UPDATE + "-f @shown.yml");
        run("ml online-deployment delete -n blue -e diabetes --yes");
        run("ml online-deployment create -f @shown.yml");

        assertThat(newest().files().app().resolve("score.py")).hasContent("# finished");
    }

    @Test
    void g1_a_variable_is_set_without_the_folders_that_code_and_model_came_from() throws Exception {
        TreeRemoval.remove(folder.resolve("code"));
        TreeRemoval.remove(folder.resolve("model"));

        run(UPDATE + "--set environment_variables.MODE=fast");

        assertThat(newest().environment()).containsEntry("MODE", "fast");
        assertThat(newest().files().app().resolve("score.py")).hasContent("# finished");
    }

    @Test
    void other_code_that_is_set_must_be_there() {
        var ran = line.run(UPDATE + "--set code_configuration.code=nowhere");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("nowhere");
    }

    private void run(String typed) {
        var ran = line.run(typed);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    private InstanceSpec newest() {
        return line.engine.started().get(line.engine.started().size() - 1);
    }
}

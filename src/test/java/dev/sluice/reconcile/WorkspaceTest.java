package dev.sluice.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DataCollection.Rolling;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.LocalSize;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.engine.CloudVariables;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.InstanceKey;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import dev.sluice.engine.PreparedEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path source;

    @BeforeEach
    void a_user_has_code_and_a_model_beside_other_files() throws IOException {
        workspace = new Workspace(folder.resolve("deployments"));
        source = Files.createDirectories(folder.resolve("project"));
        write(source.resolve("secret.txt"), "nobody's business");
        write(source.resolve("code/score.py"), "first");
        write(source.resolve("code/package/helper.py"), "helper");
        write(source.resolve("model/weights.json"), "{}");
    }

    @Test
    void a_model_folder_keeps_its_name_below_the_model_directory() {
        var files = workspace.unpack(spec(source.resolve("model")), 1);

        assertThat(files.models()).endsWith(Path.of("models", "iris", "1"));
        assertThat(files.models().resolve("model/weights.json")).hasContent("{}");
    }

    @Test
    void a_model_file_stands_directly_in_the_model_directory() {
        var files = workspace.unpack(spec(source.resolve("model/weights.json")), 1);

        assertThat(files.models().resolve("weights.json")).hasContent("{}");
    }

    @Test
    void collections_that_the_script_fills_are_written_beside_the_code_for_the_clouds_package() {
        var own = new TreeMap<String, DataCollection.Collection>();
        own.put("Model_Inputs", new DataCollection.Collection(true, ""));
        own.put("left_out", new DataCollection.Collection(false, ""));
        own.put("request", new DataCollection.Collection(true, ""));
        var wanted = new DataCollection(0.25, Rolling.HOUR, own, List.of("x-team"));

        var files = workspace.unpack(
                spec(source.resolve("model")).draft().collection(wanted).done(), 1);

        assertThat(files.app().resolve(".sluice/mdc_config.json"))
                .hasContent("{\"collections\":{\"model_inputs\":{\"enabled\":true,\"sampling_percentage\":25,"
                        + "\"sampleRatePercentage\":25}},\"runMode\":\"local\",\"captureHeaders\":[\"x-team\"]}");
        assertThat(variables(files)).containsEntry("AZUREML_MDC_CONFIG_PATH", "/app/.sluice/mdc_config.json");
    }

    @Test
    void a_script_that_fills_no_collections_is_told_of_none() {
        var files = workspace.unpack(spec(source.resolve("model")), 1);
        assertThat(files.app().resolve(".sluice")).doesNotExist();
        assertThat(variables(files)).doesNotContainKey("AZUREML_MDC_CONFIG_PATH");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_in_the_code_folder_is_refused_and_not_waited_for() throws Exception {
        var pipe = source.resolve("code/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> workspace.unpack(spec(source.resolve("model")), 1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("pipe");
    }

    @Test
    void the_endpoints_folder_goes_with_its_last_deployment_and_no_sooner() throws IOException {
        workspace.unpack(spec(source.resolve("model")), 1);
        var endpoint = folder.resolve("deployments/diabetes");
        var other = Files.createDirectories(endpoint.resolve("red"));

        workspace.remove(SampleSpecs.BLUE);
        assertThat(endpoint).isDirectory();
        Files.delete(other);
        workspace.remove(SampleSpecs.BLUE);

        assertThat(endpoint).doesNotExist();
    }

    @Test
    void what_is_no_deployments_folder_is_left_alone() throws IOException {
        workspace.unpack(spec(source.resolve("model")), 1);
        Files.createDirectories(folder.resolve("deployments/lost+found"));
        Files.createDirectories(folder.resolve("deployments/diabetes/.trash"));

        assertThat(workspace.deployments()).containsExactly(SampleSpecs.BLUE);
    }

    @Test
    void only_what_was_named_is_copied_never_what_lies_beside_it() throws IOException {
        workspace.unpack(spec(source.resolve("model")), 1);

        try (var all = Files.walk(folder.resolve("deployments"))) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("secret.txt");
        }
    }

    @Test
    void editing_the_source_afterwards_changes_nothing_in_the_copy() throws IOException {
        var files = workspace.unpack(spec(source.resolve("model")), 1);
        write(source.resolve("code/score.py"), "edited");

        assertThat(workspace.unpack(spec(source.resolve("model")), 1)).isEqualTo(files);
        assertThat(files.app().resolve("score.py")).hasContent("first");
        assertThat(files.app().resolve("package/helper.py")).hasContent("helper");
    }

    @Test
    void links_that_stay_inside_are_copied_as_what_they_lead_to() throws IOException {
        Files.createSymbolicLink(source.resolve("code/alias.py"), source.resolve("code/score.py"));
        Files.createSymbolicLink(source.resolve("code/same"), source.resolve("code/package"));

        var files = workspace.unpack(spec(source.resolve("model")), 1);

        assertThat(files.app().resolve("alias.py")).isRegularFile().hasContent("first");
        assertThat(files.app().resolve("same/helper.py")).hasContent("helper");
    }

    @Test
    void a_program_among_the_files_can_still_be_run() throws IOException {
        assertThat(source.resolve("code/package/helper.py").toFile().setExecutable(true))
                .isTrue();

        var files = workspace.unpack(spec(source.resolve("model")), 1);

        assertThat(files.app().resolve("package/helper.py")).isExecutable();
        assertThat(files.app().resolve("score.py").toFile().canExecute()).isFalse();
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_refused_and_nothing_is_kept() throws IOException {
        Files.createSymbolicLink(source.resolve("code/link.txt"), source.resolve("secret.txt"));

        assertThatThrownBy(() -> workspace.unpack(spec(source.resolve("model")), 1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("link.txt");
        assertThat(folder.resolve("deployments/diabetes/blue/1")).doesNotExist();
    }

    @Test
    void a_copy_that_a_crash_left_unfinished_is_made_again() throws IOException {
        write(folder.resolve("deployments/diabetes/blue/1.unfinished/app/rest.py"), "rest");

        var files = workspace.unpack(spec(source.resolve("model")), 1);

        assertThat(files.app().resolve("score.py")).exists();
        assertThat(files.app().resolve("rest.py")).doesNotExist();
    }

    @Test
    void removing_a_deployment_leaves_none_of_its_files() {
        workspace.unpack(spec(source.resolve("model")), 1);
        workspace.unpack(spec(source.resolve("model")), 2);

        workspace.remove(SampleSpecs.BLUE);

        assertThat(folder.resolve("deployments/diabetes/blue")).doesNotExist();
    }

    private DeploymentSpec spec(Path model) {
        return SampleSpecs.deployment(
                SampleSpecs.BLUE,
                new ModelSource.Files(model.toString(), "iris", "1"),
                new CodeSource.Folder(source.resolve("code").toString(), "score.py"));
    }

    /** What an instance is told that sees its code at {@code /app}. */
    private static Map<String, String> variables(UnpackedFiles files) {
        var spec = new InstanceSpec(
                new InstanceKey(SampleSpecs.BLUE, 1, "blue-1"),
                new PreparedEnvironment("python3", ""),
                files,
                Map.of(),
                new LocalSize(1, 1024));
        return CloudVariables.of(spec, "/app", "/models");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

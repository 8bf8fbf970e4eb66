package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.DeploymentSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an exported file says of paths. */
class PortableTextTest {

    @TempDir
    private Path parent;

    private Path project;

    @BeforeEach
    void a_project_with_code_a_model_and_a_conda_file() throws Exception {
        project = parent.resolve("project");
        Files.createDirectories(project.resolve("on line"));
        Files.writeString(project.resolve("on line/score.py"), "");
        Files.writeString(project.resolve("model.pkl"), "");
        Files.writeString(project.resolve("conda.yml"), "dependencies: []");
    }

    @Test
    void o6_what_was_exported_into_its_project_describes_the_same_when_the_project_lies_elsewhere() throws Exception {
        var written = ManifestWriter.write(read(source(), project));

        var exported = PortableText.of(written, project, project);
        var elsewhere = Files.move(project, parent.resolve("elsewhere"));

        assertThat(exported.outside()).isEmpty();
        assertThat(exported.text()).doesNotContain(parent.toString());
        assertThat(ManifestWriter.write(read(exported.text(), elsewhere)))
                .isEqualTo(written.replace(project.toString(), elsewhere.toString()));
    }

    @Test
    void what_lies_outside_the_files_folder_is_absolute_and_told() {
        var subfolder = project.resolve("deployments");

        var exported = PortableText.of(source(), project, subfolder);

        assertThat(exported.outside())
                .containsExactly(
                        project.resolve("model.pkl"), project.resolve("on line"), project.resolve("conda.yml"));
        assertThat(exported.text())
                .contains("model: {path: " + project + "/model.pkl}")
                .contains("code: '" + project + "/on line'");
    }

    @Test
    void comments_quotes_and_everything_else_stay_as_they_are_written() {
        var text = """
                # about \u00fcber \ud83d\ude00
                name: blue   # the old one
                code_configuration:
                  code: "%s/on line"  # here
                  scoring_script: score.py
                environment:
                  image: python:3.10
                  conda_file: %s/conda.yml
                environment_variables: {HOME_OF: %s/conda.yml}
                """.formatted(project, project, project);

        assertThat(PortableText.of(text, parent, project).text())
                .isEqualTo(text.replace("\"" + project + "/on line\"", "\"./on line\"")
                        .replace("conda_file: " + project, "conda_file: ."));
    }

    @Test
    void references_and_addresses_are_no_paths() {
        var text = "model: azureml:iris:1\nenvironment: azureml:plain@latest\npath: azureml://jobs/x/outputs/y\n";

        assertThat(PortableText.of(text, project, parent)).isEqualTo(new PortableText(text, List.of()));
    }

    @Test
    void a_text_that_cannot_be_read_is_saved_as_it_is() {
        assertThat(PortableText.of("name: [", project, parent).text()).isEqualTo("name: [");
    }

    private static String source() {
        return """
                name: blue
                endpoint_name: diabetes
                model: {path: ./model.pkl}
                code_configuration:
                  code: ./on line
                  scoring_script: score.py
                environment:
                  image: python:3.10
                  conda_file: conda.yml
                instance_type: Standard_DS3_v2
                """;
    }

    private static DeploymentSpec read(String text, Path folder) {
        var read = Manifests.readDeployment(text, folder);
        assertThat(read.problems()).isEmpty();
        return ((Decoded.Value<Manifest.DeploymentFile>) read).value().spec();
    }
}

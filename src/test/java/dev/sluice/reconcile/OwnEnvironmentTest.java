package dev.sluice.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnEnvironmentTest {

    @TempDir
    private Path models;

    @Test
    void an_mlflow_model_without_an_environment_brings_its_conda_file() throws IOException {
        var conda = Files.writeString(saved("model").resolve("conda.yaml"), "dependencies: [python]");

        assertThat(of(ModelType.MLFLOW, new EnvironmentSource.None()))
                .isEqualTo(new EnvironmentSource.Conda(
                        OwnEnvironment.BASE,
                        new CondaFile.At(conda.toAbsolutePath().toString())));
    }

    @Test
    void one_with_requirements_alone_gets_them_from_pip() throws IOException {
        Files.writeString(saved("model").resolve("requirements.txt"), "# of the run\nscikit-learn==1.2\n\nit's>=1\n");

        assertThat(of(ModelType.MLFLOW, new EnvironmentSource.None()))
                .isEqualTo(new EnvironmentSource.Conda(OwnEnvironment.BASE, new CondaFile.Inline("""
                        dependencies:
                          - python
                          - pip
                          - pip:
                            - 'scikit-learn==1.2'
                            - 'it''s>=1'
                        """)));
    }

    @Test
    void an_environment_that_is_said_goes_before_what_the_model_brings() throws IOException {
        Files.writeString(saved("model").resolve("conda.yaml"), "dependencies: [python]");
        var said = new EnvironmentSource.Image("mine");

        assertThat(of(ModelType.MLFLOW, said)).isEqualTo(said);
    }

    @Test
    void a_model_that_lies_deeper_in_its_folder_is_found_and_the_outer_one_wins() throws IOException {
        saved("model/inner/artifacts");
        var outer = saved("model/inner");

        assertThat(MlflowFolder.in(models)).isEqualTo(outer);
    }

    @Test
    void a_folder_that_mlflow_did_not_save_is_told_before_anything_is_started() {
        var failure = catchThrowableOfType(
                EngineException.class, () -> of(ModelType.MLFLOW, new EnvironmentSource.Image("mine")));

        assertThat(failure.problem().path()).isEqualTo("model.path");
        assertThat(failure.problem().message()).contains("MLmodel");
    }

    @Test
    void a_triton_model_without_an_environment_gets_the_clouds_image() {
        assertThat(of(ModelType.TRITON, new EnvironmentSource.None()))
                .isEqualTo(new EnvironmentSource.Image(OwnEnvironment.TRITON));
    }

    private Path saved(String folder) throws IOException {
        var model = Files.createDirectories(models.resolve(folder));
        Files.writeString(model.resolve("MLmodel"), "flavors: {}");
        return model;
    }

    private EnvironmentSource of(ModelType type, EnvironmentSource environment) {
        var id = new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue"));
        var spec = DeploymentSpec.draft(id, new CodeSource.None(), environment)
                .model(new ModelSource.Files("/somewhere/model", "m", "1", type))
                .done();
        return OwnEnvironment.of(spec, new UnpackedFiles(Path.of("app"), "", models));
    }
}

package dev.sluice.engine.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CondaReaderTest {

    /** The environment of the cloud's own sample (reference 4.5). */
    private static final String SAMPLE = """
            name: model-env
            channels:
              - conda-forge
            dependencies:
              - python=3.12
              - numpy=2.3.1
              - pip
              - scikit-learn=1.7.0   # the model's
              - pip:
                - azureml-inference-server-http==1.4.1
                - inference-schema[numpy-support]
            """;

    @TempDir
    private Path folder;

    private static CondaRequest read(String yaml) {
        return CondaReader.read(new CondaFile.Inline(yaml));
    }

    private CondaRequest readFile(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("conda.yml"), yaml);
        return CondaReader.read(new CondaFile.At(file.toString()));
    }

    private Problem refusal(String yaml) {
        return catchThrowableOfType(EngineException.class, () -> readFile(yaml)).problem();
    }

    @Test
    void the_clouds_sample_is_understood() {
        var request = read(SAMPLE);

        assertThat(request.channels()).containsExactly("conda-forge");
        assertThat(request.python()).get().hasToString("python=3.12");
        assertThat(request.libraries()).extracting(CondaPackage::name).containsExactly("numpy", "scikit-learn");
        assertThat(request.pip())
                .extracting(PipLine::text)
                .containsExactly("azureml-inference-server-http==1.4.1", "inference-schema[numpy-support]");
    }

    @Test
    void c6_a_conda_file_means_the_same_by_path_and_inline() throws IOException {
        assertThat(readFile(SAMPLE).normalised()).isEqualTo(read(SAMPLE).normalised());
    }

    @Test
    void comments_the_name_and_the_order_of_packages_make_no_other_environment() {
        var other = read("""
                dependencies:
                  - scikit-learn=1.7.0
                  - pip
                  - python=3.12
                  - numpy=2.3.1
                  - pip: [azureml-inference-server-http==1.4.1, "inference-schema[numpy-support]"]
                channels: [conda-forge]
                """);

        assertThat(other.normalised()).isEqualTo(read(SAMPLE).normalised());
        assertThat(read(SAMPLE.replace("2.3.1", "2.3.2")).normalised()).isNotEqualTo(other.normalised());
    }

    @Test
    void the_normalised_file_is_one_that_asks_for_the_same() {
        var quoting = read(
                "dependencies: ['a[version=\">=1\"]', {pip: ['b; python_version < \"3.9\"']}]\nvariables: {A: 'x \"y\"'}");

        assertThat(read(quoting.normalised())).isEqualTo(quoting);
        assertThat(quoting.variables()).isEqualTo(Map.of("A", "x \"y\""));
    }

    @Test
    void each_entry_knows_its_line() throws IOException {
        var request = readFile(SAMPLE);

        assertThat(request.libraries().get(1).place().line()).isEqualTo(8);
        assertThat(request.pip().get(1).place().toString()).endsWith("conda.yml:11:7");
    }

    @Test
    void what_is_no_list_is_told_with_its_line() {
        var problem = refusal("channels: [a]\ndependencies: numpy\n");

        assertThat(problem.path()).isEqualTo("environment.conda_file");
        assertThat(problem.place().line()).isEqualTo(2);
        assertThat(problem.message()).contains("'dependencies' is no list");
    }

    @Test
    void what_conda_would_not_understand_is_told_with_its_line() {
        assertThat(refusal("dependencies:\n  - numpy\n  - = 3 =\n")).satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(3);
            assertThat(problem.message()).contains("'= 3 ='");
        });
        assertThat(refusal("dependencies:\n  - npm:\n    - left-pad\n").message())
                .contains("'npm:'");
    }

    @Test
    void a_file_that_is_missing_no_yaml_or_without_packages_is_told() {
        var missing = new CondaFile.At(folder.resolve("nowhere.yml").toString());

        assertThat(catchThrowableOfType(EngineException.class, () -> CondaReader.read(missing)))
                .hasMessageContaining("nowhere.yml");
        assertThat(refusal("a: [b").place().line()).isPositive();
        assertThat(refusal("name: x\n").message()).contains("dependencies");
        assertThat(refusal("").message()).contains("dependencies");
    }

    @Test
    void a_bomb_of_aliases_is_refused() {
        var bomb = "a: &a [x]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" + "dependencies: [*b,*b,*b,*b,*b]\n";

        assertThat(catchThrowableOfType(EngineException.class, () -> read(bomb)))
                .isNotNull();
    }
}

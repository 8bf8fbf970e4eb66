package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where in its file a problem is said to stand that came to light when the file was made use of. */
class PlacesTest {

    private static final String DEPLOYMENT = """
            name: blue
            endpoint_name: diabetes
            model: azureml:nobody:7
            environment:
              image: python:3.10
            code_configuration:
              code: code
              scoring_script: score.py
            instance_type: Standard_DS3_v2
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void a_file_that_is_in_order() throws Exception {
        Files.createDirectory(folder.resolve("code"));
        Files.writeString(folder.resolve("code/score.py"), "");
        file = Files.writeString(folder.resolve("blue.yml"), DEPLOYMENT);
    }

    @Test
    void c2_a_reference_that_nobody_has_registered_is_told_at_its_line() {
        assertThat(placed("model")).isEqualTo(new Place(file.toString(), 3, 8));
    }

    @Test
    void what_has_lines_of_its_own_is_told_at_its_key_and_what_is_in_it_at_its_own() {
        assertThat(placed("environment")).isEqualTo(new Place(file.toString(), 4, 1));
        assertThat(placed("environment.image")).isEqualTo(new Place(file.toString(), 5, 10));
    }

    @Test
    void what_the_file_leaves_out_is_told_at_the_key_above_it_or_nowhere() {
        assertThat(placed("environment.conda_file.dependencies")).isEqualTo(new Place(file.toString(), 4, 1));
        assertThat(placed("instance_count")).isEqualTo(Place.NOWHERE);
        assertThat(placed("")).isEqualTo(Place.NOWHERE);
    }

    @Test
    void a_value_from_the_command_line_stands_nowhere_in_the_file() {
        var file = read(Overrides.of(Map.of("model", "azureml:nobody:8")));

        assertThat(file.places().placed(problem("model")).place()).isEqualTo(Place.NOWHERE);
    }

    @Test
    void a_problem_that_has_its_place_keeps_it() {
        var there = new Place("conda.yml", 2, 1);

        assertThat(read(Overrides.NONE)
                        .places()
                        .placed(problem("model").at(there))
                        .place())
                .isEqualTo(there);
    }

    private Place placed(String path) {
        return read(Overrides.NONE).places().placed(problem(path)).place();
    }

    private static Problem problem(String path) {
        return Problem.of(Problem.Code.NOT_FOUND, path, "there is no such thing", "");
    }

    private Manifest.DeploymentFile read(Overrides overrides) {
        return ((Decoded.Value<Manifest.DeploymentFile>) Manifests.readDeployment(file, overrides)).value();
    }
}

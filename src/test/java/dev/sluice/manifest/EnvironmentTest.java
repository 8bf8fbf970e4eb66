package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.EnvironmentSource;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways to say what the scoring code runs in (reference 1.5). */
class EnvironmentTest {

    private static final String ROUTES =
            "inference_config: {liveness_route: {port: 5001, path: /}, readiness_route: {port: 5001, path: /},"
                    + " scoring_route: {port: 5001, path: /score}}";

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void a_folder_with_files() {
        workplace = new Workplace(folder);
    }

    @Test
    void an_image_alone() {
        assertThat(read("image: python")).isEqualTo(new EnvironmentSource.Image("python"));
    }

    @Test
    void a_folder_with_a_dockerfile() {
        workplace.write("docker/sub/Other", "");

        assertThat(read("build: {path: docker}")).isEqualTo(new EnvironmentSource.Build(path("docker"), "Dockerfile"));
        assertThat(read("build: {path: docker, dockerfile_path: ./sub/Other}"))
                .isEqualTo(new EnvironmentSource.Build(path("docker"), "sub/Other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "image: i, build: {path: docker} | it has both 'image' and 'build'",
                "os_type: linux | it has neither 'image' nor 'build'",
                "conda_file: conda.yml, build: {path: docker} | a conda file is added to an image",
                "image: i, conda_file: {dependencies: []} | write 'conda_file: conda.yml'",
                "image: i, channels: [conda-forge] | 'channels' belongs into a conda file",
                "image: i, dependencies: [python] | 'dependencies' belongs into a conda file",
                "image: i, os_type: windows | Windows images do not run here",
                "build: {dockerfile_path: Dockerfile} | environment.build.path: 'path' is missing",
                "build: {path: onlinescoring} | there is no file at",
                "build: {path: docker, dockerfile_path: ../conda.yml} | the file must be inside the folder",
                "build: {path: https://host/repo} | is an address in the cloud",
                "build: {path: docker, args: {}} | environment.build.args",
                "image: '' | expected a name, found ''",
                "image: i, imgae: j | did you mean 'image'?",
            })
    void what_is_no_environment_is_refused_with_one_reason(String keys, String reason) {
        assertThat(workplace.complaints(deployment(keys)))
                .contains("file.yml:8:")
                .contains(reason)
                .hasLineCount(1);
    }

    @Test
    void a_misplaced_key_is_not_what_a_slip_is_corrected_to() {
        assertThat(workplace.complaints(deployment("image: i, chanels: []"))).contains("remove it");
    }

    @Test
    void names_of_inline_environments_have_no_effect() {
        var file = workplace.deployment(
                deployment(
                        "image: i, os_type: Linux, name: e, version: 2, datastore: d, description: x, tags: {}, properties: {}"));

        assertThat(file.notices())
                .extracting(Notice::path)
                .containsExactly(
                        "environment.name",
                        "environment.version",
                        "environment.datastore",
                        "environment.description",
                        "environment.tags",
                        "environment.properties");
    }

    @Test
    void routes_that_our_server_answers_anyway_are_fine() {
        assertThat(read("image: i, " + ROUTES)).isEqualTo(new EnvironmentSource.Image("i"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path: /score | path: /v1/predict | scoring_route.path: images that serve by themselves",
                "scoring_route: {port: 5001 | scoring_route: {port: 8501 | scoring_route.port: images that serve",
                "scoring_route: {port: 5001 | scoring_route: {port: http | expected a whole number",
                ", path: /score | '' | scoring_route.path: 'path' is missing",
                ", readiness_route: {port: 5001, path: /} | '' | readiness_route: 'readiness_route' is missing",
            })
    void other_routes_are_refused_with_the_reason(String from, String to, String reason) {
        assertThat(workplace.complaints(deployment("image: i, " + ROUTES.replace(from, to))))
                .contains(reason)
                .hasLineCount(1);
    }

    private EnvironmentSource read(String keys) {
        return workplace.deployment(deployment(keys)).spec().environment();
    }

    private static String deployment(String environment) {
        return Workplace.DEPLOYMENT.replaceAll(
                "environment:\n.*\n.*\n", Matcher.quoteReplacement("environment: {" + environment + "}\n"));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}

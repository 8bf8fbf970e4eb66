package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ServingRoutes;
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
    void labels_of_inline_environments_have_no_effect_and_names_are_kept_for_the_registry() {
        var file = workplace.deployment(
                deployment(
                        "image: i, os_type: Linux, name: e, version: 2, datastore: d, description: x, tags: {}, properties: {}"));

        assertThat(file.spec().cloud().json())
                .containsEntry("environment.name", "\"e\"")
                .containsEntry("environment.version", "2");
        assertThat(file.notices())
                .extracting(Notice::path)
                .containsExactly(
                        "environment.description",
                        "environment.tags",
                        "environment.properties",
                        "environment.datastore");
    }

    @Test
    void packages_may_be_written_into_the_file() {
        assertThat(read("image: i, conda_file: {channels: [c], dependencies: [python=3.10, {pip: [a==1]}]}"))
                .isEqualTo(new EnvironmentSource.Conda("i", new CondaFile.Inline("""
                        channels:
                        - c
                        dependencies:
                        - python=3.10
                        - pip:
                          - a==1
                        """)));
    }

    @Test
    void an_image_that_serves_by_itself_says_where_at_ports_of_its_own() {
        assertThat(read("image: i, " + ROUTES.replace("{port: 5001, path: /score}", "{port: 8501, path: /v1:predict}")))
                .isEqualTo(new EnvironmentSource.Image(
                        "i",
                        new ServingRoutes(
                                ServingRoutes.DEFAULT.liveness(),
                                ServingRoutes.DEFAULT.readiness(),
                                new ServingRoutes.Route(8501, "/v1:predict"))));
    }

    @Test
    void o6_usual_routes_are_the_usual_ones_and_yet_written_again_if_a_file_has_said_them() {
        var said = workplace.deployment(deployment("image: i, " + ROUTES)).spec();

        assertThat(said.environment()).isEqualTo(new EnvironmentSource.Image("i"));
        assertThat(ManifestWriter.write(said)).contains("""
                  inference_config:
                    liveness_route:
                      port: 5001
                      path: /
                """);
        assertThat(ManifestWriter.write(
                        workplace.deployment(deployment("image: i")).spec()))
                .doesNotContain("inference_config");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path: /score | path: score | scoring_route.path: a route's path begins with '/'",
                "path: /score | path: '/a b' | scoring_route.path: a route's path begins with '/'",
                "scoring_route: {port: 5001 | scoring_route: {port: http | expected a whole number",
                "scoring_route: {port: 5001 | scoring_route: {port: 65536 | from 1 to 65535",
                ", path: /score | '' | scoring_route.path: 'path' is missing",
                ", readiness_route: {port: 5001, path: /} | '' | readiness_route: 'readiness_route' is missing",
            })
    void routes_are_all_three_or_none_each_with_port_and_path(String from, String to, String reason) {
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

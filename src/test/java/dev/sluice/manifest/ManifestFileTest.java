package dev.sluice.manifest;

import static dev.sluice.manifest.Workplace.DEPLOYMENT;
import static dev.sluice.manifest.Workplace.complaints;
import static dev.sluice.manifest.Workplace.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest is as a file: its form, its limits, its kind, and what is put into it from outside. */
class ManifestFileTest {

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void a_folder_with_files() {
        workplace = new Workplace(folder);
    }

    @Test
    void paths_start_from_the_files_own_folder_and_places_name_the_file() {
        var file = workplace.write("sub/blue.yml", DEPLOYMENT.replace("onlinescoring", "../onlinescoring"));

        var text = complaints(Manifests.read(file));

        assertThat(text)
                .contains(file + ":4:9 model.path: there is no file or folder at " + workplace.at("sub/model.pkl"));
        assertThat(text).doesNotContain("code_configuration");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: [abc | SYNTAX file.yml:1:11",
                "'name: abc\n\tauth_mode: key' | indent with spaces",
                "name: abc: def | SYNTAX file.yml:1:10",
                "'' | the file is empty",
                "'# nothing' | the file is empty",
                "- name: abc | the file must be a list of 'key: value' lines",
                "'a: 1\n---\nb: 2' | SYNTAX file.yml:2:1 expected a single document",
                "'name: abc\nauth_mode: key\nname: def' | SYNTAX file.yml:3:1 name: 'name' stands here twice, first at file.yml:1:1",
                "'name: abc\nauth_mode: key\ntags: {a: 1, a: 2}' | tags.a: 'a' stands here twice",
                "'name: abc\nauth_mode: key\n? [x]\n: y' | a key must be a single word",
                "'name: abc\nauth_mode: key\nname2: \u0001' | SYNTAX",
                "'name: *who' | found undefined alias who",
            })
    void what_is_not_yaml_is_refused_with_its_place(String text, String complaint) {
        assertThat(workplace.complaints(text)).contains(complaint).hasLineCount(1);
    }

    @Test
    void an_anchor_saves_typing() {
        var spec = workplace
                .deployment(
                        DEPLOYMENT + "liveness_probe: &probe {period: 3}\nreadiness_probe: {<<: *probe, timeout: 4}\n")
                .spec();

        assertThat(spec.readiness().period()).isEqualTo(spec.liveness().period());
        assertThat(spec.readiness().timeout()).hasSeconds(4);
    }

    @Test
    void a_file_over_a_mebibyte_is_refused_unread() {
        var large = "name: abc\nauth_mode: key\n#" + "x".repeat(1 << 20);

        assertThat(complaints(Manifests.read(workplace.write("large.yml", large))))
                .contains("larger than 1 MiB");
        assertThat(workplace.complaints(large)).contains("larger than 1 MiB");
    }

    @Test
    void a_file_must_be_utf_8_with_or_without_its_mark() throws IOException {
        var yaml = "name: abc\nauth_mode: key\ndescription: größer\n";
        var windows = Files.write(folder.resolve("windows.yml"), yaml.getBytes(StandardCharsets.ISO_8859_1));
        var marked = workplace.write("marked.yml", "\uFEFF" + yaml);

        assertThat(complaints(Manifests.read(windows)))
                .isEqualTo("SYNTAX " + windows + ":1:1 the file is not UTF-8 text. To mend it: save it as UTF-8");
        var file = value(Manifests.readEndpoint(marked, Overrides.NONE));
        assertThat(file.spec().labels().description()).isEqualTo("größer");
    }

    @Test
    void a_file_that_is_not_there_or_is_a_folder_is_told() {
        assertThat(complaints(Manifests.read(folder.resolve("none.yml")))).contains("there is no such file");
        assertThat(complaints(Manifests.read(folder))).contains("the file cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: abc",
                "auth_mode: key\ninstance_count: 1",
                "version: 3.8\nservices: {}",
            })
    void a_file_that_may_be_any_or_none_is_not_guessed_at(String text) {
        assertThat(workplace.complaints(text))
                .startsWith("BAD_VALUE file.yml:1:1 this ")
                .hasLineCount(1);
    }

    @Test
    void a_file_that_could_be_two_kinds_says_which() {
        assertThat(workplace.complaints("auth_mode: key\nimage: i"))
                .contains("this looks like an endpoint file and an environment file alike");
    }

    @ParameterizedTest
    @ValueSource(strings = {"managedOnlineEndpoint", "kubernetesOnlineEndpoint"})
    void a_schema_tells_what_the_keys_leave_open(String schema) {
        assertThat(workplace
                        .endpoint("$schema: https://x/" + schema + ".schema.json\nname: abc")
                        .notices())
                .isEmpty();
        assertThat(workplace.complaints("$schema: https://x/managedOnlineDeployment.schema.json\nname: abc"))
                .contains("endpoint_name");
    }

    @Test
    void names_from_outside_win_and_may_stand_in_for_missing_ones() {
        var file = workplace.write("blue.yml", DEPLOYMENT.replace("endpoint_name: diabetes\n", ""));
        var overrides = Overrides.of(Map.of("name", "green", "endpoint_name", "other"));

        assertThat(value(Manifests.readDeployment(file, overrides)).spec().id()).hasToString("other/green");
        assertThat(complaints(Manifests.readDeployment(file, Overrides.NONE))).contains("'endpoint_name' is missing");
    }

    @Test
    void deep_values_from_outside_join_those_in_the_file() {
        var file = workplace.write(
                "blue.yml", DEPLOYMENT + "request_settings: {max_concurrent_requests_per_instance: 3}\n");
        var spec = value(Manifests.readDeployment(
                        file,
                        Overrides.of(Map.of(
                                "instance_count", "2",
                                "request_settings.request_timeout_ms", "700",
                                "readiness_probe.period", "5"))))
                .spec();

        assertThat(spec.instanceCount()).isEqualTo(2);
        assertThat(spec.requests().timeout()).hasMillis(700);
        assertThat(spec.requests().maxConcurrentPerInstance()).isEqualTo(3);
        assertThat(spec.readiness().period()).hasSeconds(5);
    }

    @Test
    void what_is_wrong_from_outside_has_no_place_in_the_file() {
        var file = workplace.write("endpoint.yml", "name: abc\nauth_mode: key\n");

        assertThat(complaints(Manifests.readEndpoint(file, Overrides.of(Map.of("name", "a_b", "auth", "key")))))
                .contains("UNKNOWN_KEY auth: 'auth' is not a key of this file")
                .startsWith("NAME_CHARACTERS name: the name of an endpoint");
    }

    @Test
    void a_file_of_the_other_kind_is_not_read_as_this_one() {
        var file = workplace.write("blue.yml", DEPLOYMENT);

        assertThat(complaints(Manifests.readEndpoint(file, Overrides.NONE)))
                .contains("'endpoint_name' is not a key of this file");
    }
}

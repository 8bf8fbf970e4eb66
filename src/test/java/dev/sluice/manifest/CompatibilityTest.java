package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.likeness.Likeness;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of what is like the cloud has each key that the readers ask for and no other, and says what they do with it. */
class CompatibilityTest {

    /** Nothing to say to a user who has written one of these, though it does nothing. */
    private static final Map<String, String> UNTOLD = Map.of(
            "$schema", "it is for editors, and each file that the cloud's samples bring has one",
            "properties",
                    "the page lists them as without effect, since they are labels and no keys of the cloud alone");

    /** Told at reading, and yet not without any effect. */
    private static final Map<String, String> TOLD = Map.of(
            "type", "the cluster is not used, but its rules are",
            "compute", "the cluster is not used, but its rules are",
            "model_mount_path", "only without a scoring script it has its effect");

    @TempDir
    private Path folder;

    private final Set<String> asked = new TreeSet<>();
    private final Set<String> told = new TreeSet<>();

    @BeforeEach
    void a_folder_with_files() {
        new Workplace(folder);
    }

    @Test
    void b7_every_key_of_an_endpoint_is_in_the_table_and_no_other() {
        endpoints();
        open("name: iris\n", EndpointReader::readUpdate);
        assertThat(asked).isEqualTo(keys("Endpoint files"));
    }

    @Test
    void c9_every_key_of_a_deployment_is_in_the_table_and_no_other() {
        deployments();
        assertThat(asked).isEqualTo(keys("Deployment files"));
    }

    @Test
    void every_key_of_a_models_or_environments_own_file_is_in_the_table_and_no_other() {
        open(WholeFiles.MODEL, opened -> asset(opened).model());
        assertThat(asked).isEqualTo(keys("Model files"));
        asked.clear();
        environments();
        assertThat(asked).isEqualTo(keys("Environment files"));
    }

    @Test
    void b7_the_table_calls_without_effect_what_the_readers_call_so_in_an_endpoint() {
        endpoints();
        assertSaidAlike("Endpoint files");
    }

    @Test
    void c9_the_table_calls_without_effect_what_the_readers_call_so_in_a_deployment() {
        deployments();
        assertSaidAlike("Deployment files");
    }

    @Test
    void the_table_calls_without_effect_what_the_readers_call_so_in_a_models_or_environments_own_file() {
        open(WholeFiles.MODEL, opened -> asset(opened).model());
        assertSaidAlike("Model files");
        told.clear();
        environments();
        assertSaidAlike("Environment files");
    }

    /** A notice at a key is one for all below it. */
    private void assertSaidAlike(String table) {
        var rows = Likeness.rows().stream()
                .filter(row -> row.table().equals(table))
                .toList();
        var withoutEffect = rows.stream()
                .filter(row -> row.here().equals("no local effect"))
                .map(Likeness.Row::what)
                .collect(Collectors.toCollection(TreeSet::new));
        var calledSo = rows.stream()
                .map(Likeness.Row::what)
                .filter(key -> UNTOLD.containsKey(key)
                        || told.stream()
                                .filter(path -> !TOLD.containsKey(path))
                                .anyMatch(path -> key.equals(path) || key.startsWith(path + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isSubsetOf(keys(table));
        assertThat(withoutEffect).isEqualTo(calledSo);
    }

    private void endpoints() {
        for (var yaml : List.of(WholeFiles.MANAGED_ENDPOINT, WholeFiles.KUBERNETES_ENDPOINT)) {
            open(yaml, opened -> EndpointReader.read(opened.keys(), opened.findings()));
        }
    }

    private void deployments() {
        for (var yaml : List.of(WholeFiles.MANAGED_DEPLOYMENT, WholeFiles.KUBERNETES_DEPLOYMENT)) {
            open(yaml, opened -> new DeploymentReader(opened.keys(), opened.folder(), opened.findings()).read());
        }
    }

    private void environments() {
        Stream.of(WholeFiles.ENVIRONMENT, WholeFiles.ENVIRONMENT_OF_AN_IMAGE)
                .forEach(yaml -> open(yaml, opened -> asset(opened).environment()));
    }

    private static AssetReader asset(Opened opened) {
        return new AssetReader(opened.keys(), opened.folder(), opened.findings());
    }

    private void open(String yaml, Consumer<Opened> reader) {
        var opened = Workplace.value(Opened.of(new YamlText("file.yml", folder, yaml), Overrides.NONE));
        reader.accept(opened);
        assertThat(opened.findings().problems()).isEmpty();
        opened.findings()
                .asked()
                .forEach((path, keys) ->
                        keys.forEach(key -> asked.add(general(path.isEmpty() ? key : path + "." + key))));
        opened.findings().notices().forEach(notice -> told.add(general(notice.path())));
    }

    /** A list's place and a user's own name stand for all of them. */
    private static String general(String path) {
        return path.replaceAll("\\[\\d+]", "[]").replace("collections.request", "collections.<name>");
    }

    private static Set<String> keys(String table) {
        return Likeness.rows().stream()
                .filter(row -> row.table().equals(table))
                .map(Likeness.Row::what)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSecrets;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Probe;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.Secret;
import dev.sluice.manifest.RandomSpecs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void a_state_folder_that_is_not_there_yet() {
        file = folder.resolve("state/sluice.db");
    }

    @Test
    void a_new_store_is_empty() {
        try (var store = open()) {
            assertThat(store.load()).isEqualTo(new Stored(DesiredState.EMPTY, 0));
            assertThat(store.history(10)).isEmpty();
        }
    }

    @Test
    void what_was_saved_is_loaded_again_whatever_it_is() {
        try (var store = open()) {
            qt().withExamples(200).forAll(longs().all()).checkAssert(seed -> {
                var state = RandomStates.of(seed);
                long revision = store.save(state, "change");

                assertThat(store.load()).isEqualTo(new Stored(state, revision));
            });
        }
    }

    @Test
    void the_spelling_of_names_is_kept() {
        save(with("My-Endpoint", "key"));

        try (var store = open()) {
            assertThat(store.load().state().endpoints().firstKey()).hasToString("My-Endpoint");
        }
    }

    @Test
    void the_state_outlives_the_program() {
        var state = RandomStates.of(7);
        save(state);

        try (var store = open()) {
            assertThat(store.load()).isEqualTo(new Stored(state, 1));
            assertThat(store.save(DesiredState.EMPTY, "all deleted")).isEqualTo(2);
        }
    }

    @Test
    void the_history_says_what_changed_and_when_newest_first() {
        try (var store = open()) {
            store.save(with("one", "key"), "created one");
            store.save(DesiredState.EMPTY, "deleted one");

            assertThat(store.history(1)).containsExactly(new Revision(2, NOON, "deleted one"));
            assertThat(store.history(9)).extracting(Revision::number).containsExactly(2L, 1L);
        }
    }

    @Test
    void the_oldest_revisions_are_forgotten_and_numbers_never_used_again() {
        try (var store = open()) {
            for (int i = 0; i < Store.KEPT_REVISIONS + 3; i++) {
                store.save(DesiredState.EMPTY, "change " + i);
            }
            var history = store.history(Integer.MAX_VALUE);

            assertThat(history).hasSize(Store.KEPT_REVISIONS);
            assertThat(history.get(0).number()).isEqualTo(503);
            assertThat(history.get(499).number()).isEqualTo(4);
        }
    }

    @Test
    void keys_stand_in_no_revision_and_are_gone_with_their_endpoint() throws IOException {
        save(with("one", "first-key"));
        save(with("one", "second-key"));

        try (var database = Jdbi.open("jdbc:sqlite:" + file)) {
            assertThat(database.createQuery("SELECT document || summary FROM revision")
                            .mapTo(String.class)
                            .list())
                    .hasSize(2)
                    .noneMatch(document -> document.contains("-key"));
        }
        assertThat(contents()).contains("second-key").doesNotContain("first-key");

        save(DesiredState.EMPTY);
        assertThat(contents()).doesNotContain("second-key");
    }

    @Test
    void after_a_crash_at_any_moment_the_state_is_the_one_before_or_after() throws IOException {
        var states = new DesiredState[] {DesiredState.EMPTY, with("one", "a"), with("one", "b"), RandomStates.of(11)};
        byte[] main;
        byte[] log;
        try (var store = open()) {
            for (int i = 1; i < states.length; i++) {
                store.save(states[i], "change " + i);
            }
            main = Files.readAllBytes(file);
            log = Files.readAllBytes(walOf(file));
        }
        var random = new Random(5);
        var seen = new TreeSet<Long>();
        for (int i = 0; i < 60; i++) {
            var crashed = folder.resolve("crashed-" + i + "/sluice.db");
            Files.createDirectories(crashed.getParent());
            Files.write(crashed, main);
            Files.write(walOf(crashed), Arrays.copyOf(log, i == 0 ? log.length : random.nextInt(log.length)));
            try (var store = Store.open(crashed, CLOCK)) {
                var stored = store.load();
                assertThat(stored.state()).isEqualTo(states[(int) stored.revision()]);
                seen.add(stored.revision());
            }
        }
        assertThat(seen).contains(0L, 1L, 3L);
    }

    @Test
    void a_save_that_breaks_off_changes_nothing_and_tells_no_key() {
        var before = with("one", "old-key");
        save(before);
        try (var database = Jdbi.open("jdbc:sqlite:" + file)) {
            database.execute("CREATE TRIGGER broken BEFORE INSERT ON endpoint_secret"
                    + " BEGIN SELECT RAISE(ABORT, 'broken disk'); END");
        }

        try (var store = open()) {
            assertThatThrownBy(() -> store.save(with("two", "new-key"), "change"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString())
                    .satisfies(error ->
                            assertThat(traceOf(error)).contains("broken disk").doesNotContain("new-key"));
            assertThat(store.load()).isEqualTo(new Stored(before, 1));
            assertThat(store.history(9)).hasSize(1);
        }
    }

    @Test
    void what_yaml_cannot_say_is_not_saved() {
        var name = new EndpointName("one");
        var odd = new RandomSpecs(1).deployment(name, new DeploymentName("blue"));
        var half = new Probe(Duration.ofMillis(1500), Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1);
        var spec = odd.draft().liveness(half).done();
        var endpoint = with("one", "key").endpoint(name).orElseThrow();
        var state = DesiredState.EMPTY.with(endpoint.with(new DesiredDeployment(spec, 1, new Provisioning.Done())));

        try (var store = open()) {
            assertThatThrownBy(() -> store.save(state, "change")).hasMessageContaining("whole seconds");
            assertThat(store.load().revision()).isZero();
        }
    }

    @Test
    void only_the_owner_can_read_it() throws IOException {
        try (var store = open()) {
            store.save(with("one", "key"), "change");

            assertThat(permissions(file.getParent())).isEqualTo("rwx------");
            assertThat(permissions(file.resolveSibling("native"))).isEqualTo("rwx------");
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(permissions(walOf(file))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_file_that_others_could_read_is_closed_to_them() throws IOException {
        save(DesiredState.EMPTY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        open().close();

        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void two_programs_cannot_use_one_file() {
        try (var store = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another Sluice is running on it");
            assertThat(store.save(DesiredState.EMPTY, "still works")).isEqualTo(1);
        }
        open().close();
    }

    @Test
    void a_file_that_is_no_store_is_left_as_it_is() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a letter to my grandmother, who would be sad to lose it".repeat(20));
        var before = Files.readAllBytes(file);

        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("no SQLite file");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void another_programs_database_is_left_as_it_is() throws IOException {
        Files.createDirectories(file.getParent());
        try (var database = Jdbi.open("jdbc:sqlite:" + file)) {
            database.execute("CREATE TABLE recipes (name TEXT)");
        }
        var before = Files.readAllBytes(file);

        assertThatThrownBy(this::open).hasMessageContaining("written by another program");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_newer_versions_file_is_left_as_it_is() throws IOException {
        save(with("one", "key"));
        try (var database = Jdbi.open("jdbc:sqlite:" + file)) {
            database.execute("PRAGMA user_version = 99");
        }
        var before = Files.readAllBytes(file);

        assertThatThrownBy(this::open)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("newer version of Sluice (format 99");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void what_an_earlier_version_has_given_up_is_kept_and_has_asked_for_no_traffic() {
        save(givenUp());
        tamper("UPDATE revision SET document = replace(document, ',\"thenAllTraffic\":false', '')");
        tamper("PRAGMA user_version = 3");

        try (var store = open()) {
            assertThat(store.load().state()).isEqualTo(givenUp());
        }
    }

    private static DesiredState givenUp() {
        var state = with("one", "key");
        var endpoint = state.endpoint(new EndpointName("one")).orElseThrow();
        var spec = SampleSpecs.deployment(
                new DeploymentId(endpoint.spec().name(), new DeploymentName("blue")),
                new ModelSource.None(),
                new CodeSource.Folder("/code", "score.py"));
        var problem = Problem.of(Problem.Code.INTERNAL, "", "said \"state\":\"given_up\"", "");
        return state.with(endpoint.with(new DesiredDeployment(
                spec, 1, new Provisioning.GivenUp(problem, List.of("\"state\":\"given_up\""), false))));
    }

    @Test
    void a_damaged_page_is_noticed_when_the_file_is_opened() throws IOException {
        save(RandomStates.of(3));
        var bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, 4096 + 200, (byte) 0x55);
        Files.write(file, bytes);

        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("damaged");
    }

    @Test
    void a_damaged_revision_is_named() {
        save(with("one", "key"));
        tamper("UPDATE revision SET document = replace(document, 'auth_mode', 'auth_mood')");
        try (var store = open()) {
            assertThatThrownBy(store::load)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("revision 1 is damaged")
                    .hasMessageContaining("did you mean 'auth_mode'?");
        }
        tamper("UPDATE revision SET document = '{\"endpoints\": null}'");
        try (var store = open()) {
            assertThatThrownBy(store::load).hasMessageContaining("revision 1 is damaged");
        }
    }

    @Test
    void an_endpoint_whose_keys_are_gone_is_named() {
        save(with("one", "key"));
        tamper("DELETE FROM endpoint_secret");

        try (var store = open()) {
            assertThatThrownBy(store::load).hasMessageContaining("the keys of endpoint one are missing");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where the folder should be");

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Choose a state folder that you may write to");
    }

    private Store open() {
        return Store.open(file, CLOCK);
    }

    private void save(DesiredState state) {
        try (var store = open()) {
            store.save(state, "change");
        }
    }

    private void tamper(String statement) {
        try (var database = Jdbi.open("jdbc:sqlite:" + file)) {
            database.execute(statement);
        }
    }

    private static DesiredState with(String endpoint, String key) {
        var secrets = new EndpointSecrets(new Secret(key), new Secret(key), new Secret(key));
        return DesiredState.EMPTY.with(
                DesiredEndpoint.created(EndpointSpec.managed(new EndpointName(endpoint), AuthMode.KEY), secrets));
    }

    private String contents() throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static Path walOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String traceOf(Throwable error) {
        var trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}

package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Actor.Face;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.Target;
import dev.sluice.domain.TrafficSplit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Actor ALICE = new Actor(Face.CONSOLE, "alice", "green is faster");
    private static final Deed CREATED = Deed.of(Kind.CREATE_ENDPOINT, SampleSpecs.DIABETES);

    @TempDir
    Path folder;

    private Path file;
    private Store store;

    @BeforeEach
    void open() {
        file = folder.resolve("sluice.db");
        store = Store.open(file, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_change_and_its_entry_are_one_transaction() {
        var saved = store.save(state(), "created diabetes", applied(CREATED));

        assertThat(saved).isEqualTo(new Saved(1, new Activity(1, NOON, applied(CREATED))));
        assertThat(store.journalBefore(Long.MAX_VALUE, 9)).containsExactly(saved.activity());

        store.close();
        try (var database = Jdbi.open("jdbc:sqlite:" + file)) {
            database.execute("CREATE TRIGGER broken BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'x'); END");
        }
        open();
        assertThatThrownBy(() -> store.save(DesiredState.EMPTY, "deleted", applied(CREATED)))
                .isInstanceOf(StoreException.class);
        assertThat(store.load().state()).isEqualTo(state());
    }

    @Test
    void every_kind_of_entry_is_read_as_it_was_written() {
        var routing = new Routing(
                TrafficSplit.allTo(new DeploymentName("blue")),
                Mirror.to(new DeploymentName("Green"), new Percent(10)));
        var facets = List.of(
                Facet.none(),
                new Facet.Routed(routing),
                new Facet.Routed(Routing.CLOSED),
                new Facet.Instances(3),
                new Facet.Described("name: diabetes\n"),
                new Facet.NewDeployment("name: blue\n", true),
                new Facet.Whole(routing, "name: diabetes\n"),
                new Facet.Said("primary"));
        for (var kind : Kind.values()) {
            for (var facet : facets) {
                var deed = Deed.of(kind, SampleSpecs.BLUE).from(facet).to(facet);
                var written = store.record(new Happening(ALICE, deed, Verdict.REFUSED, "because"));

                assertThat(store.journalBefore(Long.MAX_VALUE, 1)).containsExactly(written);
                assertThat(written.happening().deed()).isEqualTo(deed);
            }
        }
    }

    @Test
    void what_is_about_the_registry_is_read_as_it_was_written() {
        var targets = List.of(
                Target.of(new AssetId(AssetKind.MODEL, "iris", "3")),
                new Target.OfAsset(AssetKind.ENVIRONMENT, "no: name", ""),
                Target.ofSubstitutions());
        for (var target : targets) {
            var written = store.record(applied(Deed.of(Kind.CREATE_ASSET, target)));

            assertThat(store.journalBefore(Long.MAX_VALUE, 1)).containsExactly(written);
        }
    }

    @Test
    void the_journal_is_read_page_by_page_newest_first_and_outlives_the_program() {
        for (int i = 0; i < 5; i++) {
            store.record(applied(CREATED));
        }
        store.close();
        open();

        assertThat(store.journalBefore(Long.MAX_VALUE, 2))
                .extracting(Activity::number)
                .containsExactly(5L, 4L);
        assertThat(store.journalBefore(4, 9)).extracting(Activity::number).containsExactly(3L, 2L, 1L);
    }

    @Test
    void what_stands_in_the_journal_cannot_be_changed() {
        store.record(applied(CREATED));
        store.close();

        try (var database = Jdbi.open("jdbc:sqlite:" + file)) {
            assertThatThrownBy(() -> database.execute("UPDATE journal SET user = 'bob'"))
                    .hasStackTraceContaining("the journal is only added to");
        }
        open();
    }

    @Test
    void an_instance_that_ends_over_and_over_pushes_out_nothing_that_people_did() {
        fill("SYSTEM", Store.KEPT_EVENTS + 10);
        fill("CLI", Store.KEPT_COMMANDS);
        store.record(applied(CREATED));
        store.record(new Happening(Actor.SYSTEM, CREATED, Verdict.FAILED, "killed"));

        var entries = store.journalBefore(Long.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(entries)
                .filteredOn(entry -> entry.actor().face() == Face.SYSTEM)
                .hasSize(Store.KEPT_EVENTS);
        assertThat(entries)
                .filteredOn(entry -> entry.actor().face() != Face.SYSTEM)
                .hasSize(Store.KEPT_COMMANDS);
        assertThat(entries.get(0).verdict()).isEqualTo(Verdict.FAILED);
    }

    private void fill(String face, int entries) {
        store.close();
        try (var database = Jdbi.open("jdbc:sqlite:" + file)) {
            database.execute(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO journal"
                            + " (written_at, face, user, reason, kind, endpoint, deployment, state_before, state_after,"
                            + " verdict, why) SELECT ?, ?, '', '', 'SCALED', 'diabetes', '', '{\"is\":\"none\"}',"
                            + " '{\"is\":\"none\"}', 'DONE', '' FROM n",
                    entries,
                    NOON.toString(),
                    face);
        }
        open();
    }

    private static Happening applied(Deed deed) {
        return new Happening(ALICE, deed, Verdict.APPLIED, "");
    }

    private static DesiredState state() {
        return DesiredState.EMPTY.with(DesiredEndpoint.created(
                EndpointSpec.managed(SampleSpecs.DIABETES, AuthMode.KEY), SampleSpecs.secrets()));
    }
}

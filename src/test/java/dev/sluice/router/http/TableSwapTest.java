package dev.sluice.router.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.RequestSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableSwapTest {

    private final Stage stage = new Stage(RouterSettings.DEFAULT.withEventLoops(2));

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void at_ninety_to_ten_each_deployment_gets_exactly_its_share_however_many_call() throws Exception {
        stage.deploy("blue", Origin.saying("B"))
                .deploy("green", Origin.saying("G"))
                .traffic("blue", 90, "green", 10)
                .publish();
        var load = Load.start(stage.router().port(), 8, 125);
        assertThat(load.await()).containsOnly(entry(200, 1000));
        assertThat(load.answeredBy("B")).isEqualTo(900);
        assertThat(load.answeredBy("G")).isEqualTo(100);
        assertThat(stage.measured("blue").live().byTraffic()).isEqualTo(900);
        assertThat(stage.measured("green").live().byTraffic()).isEqualTo(100);
    }

    @Test
    void ten_thousand_tables_swapped_in_under_load_lose_no_request_and_mix_no_two() throws Exception {
        var blues = List.of(Origin.saying("B"), Origin.saying("B"));
        stage.deploy("blue", blues.toArray(Origin[]::new))
                .deploy("green", Origin.saying("G"))
                .traffic("blue", 100)
                .publish();
        var load = Load.start(stage.router().port(), 8);
        var pinned = Load.start(stage.router().port(), 2, "azureml-model-deployment: green");
        for (int i = 0; i < 10_000; i++) {
            load.awaitNext(1);
            var blue = blues.subList(i % 2, i % 3 == 0 ? i % 2 + 1 : 2);
            stage.deploy(
                            "blue",
                            Stage.ROOMY,
                            blue.stream().map(Origin::upstream).toList())
                    .traffic("blue", i % 101, "green", 100 - i % 101)
                    .publish();
        }
        assertThat(load.stop()).containsExactly(entry(200, load.answered()));
        assertThat(pinned.stop()).containsExactly(entry(200, pinned.answered()));
        assertThat(load.namesAndBodies()).containsOnlyKeys("blue: B", "green: G");
        assertThat(pinned.namesAndBodies()).containsOnlyKeys("green: G");
        long live = stage.measured("blue").live().byTraffic();
        var green = stage.measured("green").live();
        assertThat(live + green.byTraffic()).isEqualTo(load.answered());
        assertThat(live + green.requests()).isEqualTo(load.answered() + pinned.answered());
    }

    @Test
    void instances_replaced_one_by_one_under_load_lose_no_request() throws Exception {
        var settings = new RequestSettings(Duration.ofSeconds(20), 8);
        var current = Origin.saying("v0");
        stage.deploy("blue", settings, current).traffic("blue", 100).publish();
        var load = Load.start(stage.router().port(), 8);
        for (int version = 1; version <= 30; version++) {
            var next = Origin.saying("v" + version);
            stage.deploy("blue", settings, current, next).publish();
            stage.deploy("blue", settings, next).publish();
            current.upstream().gate().drain().toCompletableFuture().get(10, TimeUnit.SECONDS);
            current.close();
            current = next;
        }
        int before = load.answered();
        await().until(() -> load.answered() > before + 50);
        assertThat(load.stop()).containsOnlyKeys(200);
    }

    @Test
    void a_drained_instance_finishes_what_it_has_and_gets_nothing_more() throws Exception {
        var held = new Held();
        var old = new Origin("old", held);
        stage.deploy("blue", old).traffic("blue", 100).publish();
        var slow = stage.client().send(RawClient.score("slow"));
        held.awaitHolding(1);
        stage.deploy("blue", Origin.saying("new")).publish();
        var drained = old.upstream().gate().drain().toCompletableFuture();
        assertThat(stage.client().call(RawClient.score("x")).body()).isEqualTo("new");
        assertThat(drained).isNotDone();
        held.release(1);
        assertThat(slow.receive().body()).isEqualTo("slow");
        await().until(drained::isDone);
        assertThat(old.received()).hasSize(1);
    }

    @Test
    void who_waits_for_a_full_instance_gets_a_place_at_the_one_that_is_added() throws IOException {
        var held = new Held();
        var one = new RequestSettings(Duration.ofSeconds(20), 1);
        var full = new Origin("full", held);
        stage.deploy("blue", one, full).traffic("blue", 100).publish();
        var first = stage.client().send(RawClient.score("first"));
        held.awaitHolding(1);
        var second = stage.client().send(RawClient.score("second"));
        await().until(() -> stage.route("blue").gate().inFlight() == 2);
        stage.deploy("blue", one, full, Origin.saying("added")).publish();
        assertThat(second.receive().body()).isEqualTo("added");
        held.release(1);
        assertThat(first.receive().body()).isEqualTo("first");
    }

    @Test
    void who_waits_for_a_deployment_that_goes_away_hears_so_at_once() throws IOException {
        var held = new Held();
        stage.deploy("blue", new RequestSettings(Duration.ofSeconds(20), 1), new Origin("b", held))
                .traffic("blue", 100)
                .publish();
        var first = stage.client().send(RawClient.score("first"));
        held.awaitHolding(1);
        var second = stage.client().send(RawClient.score("second"));
        await().until(() -> stage.route("blue").gate().inFlight() == 2);
        stage.traffic().remove("blue").publish();
        assertThat(second.receive().status()).isEqualTo(424);
        held.release(1);
        assertThat(first.receive().status()).isEqualTo(200);
    }

    @Test
    void a_request_that_began_under_the_old_table_ends_under_it() throws IOException {
        var held = new Held();
        stage.deploy("blue", new Origin("b", held))
                .deploy("green", Origin.saying("green"))
                .traffic("blue", 100)
                .publish();
        var early = stage.client().send(RawClient.score("from blue"));
        held.awaitHolding(1);
        stage.traffic("green", 100).publish();
        assertThat(stage.client().call(RawClient.score("x")).body()).isEqualTo("green");
        held.release(1);
        assertThat(early.receive().body()).isEqualTo("from blue");
    }

    @Test
    void an_instance_that_starts_to_drain_before_the_swap_is_avoided() throws IOException {
        var leaving = Origin.saying("leaving");
        stage.deploy("blue", leaving, Origin.saying("staying"))
                .traffic("blue", 100)
                .publish();
        leaving.upstream().gate().drain();
        for (int i = 0; i < 10; i++) {
            assertThat(stage.client().call(RawClient.score("x")).body()).isEqualTo("staying");
        }
    }

    @Test
    void when_all_instances_drain_before_the_swap_a_request_waits_for_the_table_with_the_new_ones() throws IOException {
        var leaving = Origin.saying("leaving");
        stage.deploy("blue", leaving).traffic("blue", 100).publish();
        leaving.upstream().gate().drain();
        var client = stage.client().send(RawClient.score("x"));
        await().until(() -> !stage.route("blue").gate().line().isEmpty());
        stage.deploy(
                        "blue",
                        Stage.ROOMY,
                        List.of(stage.own(Origin.saying("new")).upstream()))
                .publish();
        assertThat(client.receive().body()).isEqualTo("new");
    }
}

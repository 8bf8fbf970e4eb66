package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.RequestSettings;
import dev.sluice.router.Collector;
import dev.sluice.router.Passage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the router shows to the data collector (reference 1.7, 8 O7). */
class CollectorTest {

    private final Stage stage = new Stage();
    private final Basket basket = new Basket(Integer.MAX_VALUE);

    @AfterEach
    void close() throws IOException {
        stage.close();
        assertThat(basket.room).as("room that was not given back").hasValue(0);
    }

    @Test
    void a_request_and_its_answer_are_kept_with_the_ids_that_the_caller_saw() throws IOException {
        live(Origin.saying("[1, 2]"));
        var answer = stage.client()
                .call(RawClient.score(
                        "{\"data\": [3]}", "Content-Type: application/json", "x-ms-client-request-id: mine"));

        var kept = basket.single();
        assertThat(text(kept.request().orElseThrow())).isEqualTo("{\"data\": [3]}");
        assertThat(kept.request().orElseThrow().contentType()).isEqualTo("application/json");
        assertThat(text(kept.answer().orElseThrow())).isEqualTo("[1, 2]");
        assertThat(kept.path()).isEqualTo("/score");
        assertThat(kept.method()).isEqualTo("POST");
        assertThat(kept.requestId()).isEqualTo(answer.field("x-request-id"));
        assertThat(kept.correlationId()).isEqualTo("mine");
    }

    @Test
    void a_request_that_names_the_deployment_is_kept_too() throws IOException {
        live(Origin.saying("B"));
        stage.client().call(RawClient.score("x", "azureml-model-deployment: blue"));
        assertThat(text(basket.single().request().orElseThrow())).isEqualTo("x");
    }

    @Test
    void only_what_was_asked_for_is_kept() throws IOException {
        basket.scope = new Collector.Scope(false, true, List.of("X-Team", "not-sent"));
        live(Origin.saying("B"));
        stage.client().call(RawClient.score("x", "x-team: a", "x-other: b"));
        var kept = basket.single();
        assertThat(kept.request()).isEmpty();
        assertThat(kept.answer()).isPresent();
        assertThat(kept.headers()).containsOnlyKeys("x-team").containsEntry("x-team", "a");
    }

    @Test
    void o7_keys_and_cookies_are_never_kept_even_if_they_are_asked_for() throws IOException {
        basket.scope =
                new Collector.Scope(true, true, List.of("Authorization", "Cookie", "X-API-Key", "Proxy-Authorization"));
        live(Origin.saying("B"));
        stage.client().call(RawClient.score("x", "Cookie: a=b", "x-api-key: k", "Proxy-Authorization: p"));
        assertThat(basket.single().headers()).isEmpty();
    }

    @Test
    void a_long_body_is_kept_to_its_limit_and_passes_whole() throws IOException {
        var blue = Origin.saying("y".repeat(Collector.MOST_OF_ONE + 7));
        live(blue);
        var answer = stage.client().call(RawClient.score("x".repeat(Collector.MOST_OF_ONE + 5)));
        assertThat(answer.body()).hasSize(Collector.MOST_OF_ONE + 7);
        assertThat(blue.received().get(0).body()).hasSize(Collector.MOST_OF_ONE + 5);
        var kept = basket.single();
        var request = kept.request().orElseThrow();
        assertThat(request.bytes()).hasSize(Collector.MOST_OF_ONE);
        assertThat(request.size()).isEqualTo(Collector.MOST_OF_ONE + 5);
        assertThat(request.isCut()).isTrue();
        assertThat(kept.answer().orElseThrow().size()).isEqualTo(Collector.MOST_OF_ONE + 7);
    }

    @Test
    void a_body_that_broke_off_is_not_taken_for_a_whole_one() throws IOException {
        live(new Origin("B", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            line.close();
        }));
        stage.client().send(RawClient.score("x")).readsUntilClosed();
        var answer = basket.single().answer().orElseThrow();
        assertThat(text(answer)).isEqualTo("half");
        assertThat(answer.whole()).isFalse();
    }

    @Test
    void a_request_without_an_answer_is_kept_alone() throws IOException {
        live(new Origin("B", (request, line) -> line.close()));
        assertThat(stage.client().call(RawClient.score("x")).status()).isEqualTo(424);
        var kept = basket.single();
        assertThat(kept.request()).isPresent();
        assertThat(kept.answer()).isEmpty();
    }

    @Test
    void what_there_is_no_room_for_is_lost_and_the_caller_gets_the_answer_all_the_same() throws IOException {
        basket.most = 10_000;
        live(Origin.saying("y".repeat(20_000)));
        assertThat(stage.client().call(RawClient.score("x")).body()).hasSize(20_000);
        await().untilAsserted(() -> assertThat(basket.lost).hasValue(1));
        assertThat(basket.kept).isEmpty();
    }

    @Test
    void who_is_refused_is_not_collected() throws IOException {
        live(Origin.saying("B"));
        stage.client().call(RawClient.score("x", "azureml-model-deployment: nobody"));
        stage.client().call("POST /endpoints/iris/score HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
        stage.client().call(RawClient.score("kept"));
        assertThat(text(basket.single().request().orElseThrow())).isEqualTo("kept");
    }

    @Test
    void requests_that_the_sampling_leaves_out_are_not_kept() throws IOException {
        basket.sampled = false;
        live(Origin.saying("B"));
        assertThat(stage.client().call(RawClient.score("x")).body()).isEqualTo("B");
        assertThat(basket.kept).isEmpty();
        assertThat(basket.asked).hasValue(1);
    }

    @Test
    void copies_for_a_shadow_are_collected_as_the_shadows() throws IOException {
        stage.deploy("blue", Origin.saying("B"))
                .deploy("green", Origin.saying("G"))
                .traffic("blue", 100)
                .mirror("green", 50)
                .collect("green", basket)
                .publish();
        var client = stage.client();
        client.call(RawClient.score("one"));
        client.call(RawClient.score("two"));
        var copy = basket.single();
        assertThat(text(copy.request().orElseThrow())).isEqualTo("two");
        assertThat(text(copy.answer().orElseThrow())).isEqualTo("G");
    }

    @Test
    void a_request_that_takes_too_long_is_kept_as_far_as_it_came() throws IOException {
        var slow = new RequestSettings(Duration.ofMillis(50), 4);
        stage.deploy("blue", slow, new Origin("B", (request, line) -> {}))
                .traffic("blue", 100)
                .collect("blue", basket)
                .publish();
        assertThat(stage.client().call(RawClient.score("x")).status()).isEqualTo(408);
        assertThat(basket.single().answer()).isEmpty();
    }

    private void live(Origin blue) {
        stage.deploy("blue", blue).traffic("blue", 100).collect("blue", basket).publish();
    }

    private static String text(Passage.Body body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /** Keeps all it is given. */
    private static final class Basket implements Collector {

        private final List<Passage> kept = new CopyOnWriteArrayList<>();
        private final AtomicInteger room = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();
        private volatile Scope scope = new Scope(true, true, List.of());
        private volatile boolean sampled = true;
        private volatile int most;

        Basket(int most) {
            this.most = most;
        }

        Passage single() {
            await().until(() -> !kept.isEmpty());
            assertThat(kept).hasSize(1);
            return kept.get(0);
        }

        @Override
        public boolean samplesNext() {
            asked.incrementAndGet();
            return sampled;
        }

        @Override
        public Scope scope() {
            return scope;
        }

        @Override
        public boolean takeRoom(int bytes) {
            if (room.get() + bytes > most) {
                return false;
            }
            room.addAndGet(bytes);
            return true;
        }

        @Override
        public void giveBackRoom(int bytes) {
            room.addAndGet(-bytes);
        }

        @Override
        public void take(Passage passage, int taken) {
            room.addAndGet(-taken);
            kept.add(passage);
        }

        @Override
        public void lose() {
            lost.incrementAndGet();
        }
    }
}

package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.RequestSettings;
import dev.sluice.metrics.MirrorLedger;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.metrics.ShadowAnswer;
import dev.sluice.metrics.ShadowAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MirrorTest {

    private final Origin blue = Origin.saying("B");
    private final Stage stage = new Stage(
            RouterSettings.DEFAULT.with(new RouterSettings.Shadow(100_000, 10_000, 8, 16, Duration.ofMillis(1500))));

    @AfterEach
    void close() throws IOException {
        stage.close();
        assertThat(stage.ledger().inFlight()).as("copies without an end").isZero();
    }

    @Test
    void exactly_the_mirrors_share_is_copied_and_the_client_only_ever_hears_blue() throws Exception {
        var green = shadow(Stage.ROOMY, Origin.saying("G"), 10);
        var load = Load.start(stage.router().port(), 8, 50);
        assertThat(load.await()).containsOnlyKeys(200);
        assertThat(load.answeredBy("B")).isEqualTo(400);
        var ledger = atRest(all -> all.sampled() == 40);
        assertThat(ledger.answered()).isEqualTo(40);
        assertThat(green.received()).hasSize(40);
        assertThat(stage.measured("green").mirrored().succeeded()).isEqualTo(40);
        assertThat(stage.measured("green").live().requests()).isZero();
        assertThat(stage.measured("blue").mirrored().requests()).isZero();
    }

    @Test
    void a_copy_is_faithful_marked_traceable_and_without_credentials() throws IOException {
        var green = shadow(Stage.ROOMY, Origin.saying("G"), 50);
        var client = stage.client();
        for (int i = 0; i < 2; i++) {
            client.call(RawClient.score(
                    "the body",
                    "Content-Type: application/json",
                    "Cookie: a=b",
                    "X-Kept: 1",
                    "x-ms-client-request-id: mine"));
        }
        atRest(all -> all.answered() == 1);
        var copy = green.received().get(0);
        assertThat(copy.start()).isEqualTo("POST /score HTTP/1.1");
        assertThat(copy.body()).isEqualTo("the body");
        assertThat(copy.field("content-type")).isEqualTo("application/json");
        assertThat(copy.field("x-kept")).isEqualTo("1");
        assertThat(copy.field("azureml-mirrored")).isEqualTo("true");
        assertThat(copy.field("x-ms-client-request-id")).isEqualTo("mine");
        assertThat(blue.received())
                .extracting(seen -> seen.field("x-request-id"))
                .contains(copy.field("x-request-id"));
        assertThat(copy.fields()).noneMatch(field -> field.matches("(?i)(authorization|cookie):.*"));
        assertThat(blue.received())
                .allMatch(seen -> seen.all("azureml-mirrored").isEmpty());
    }

    @Test
    void a_chunked_body_is_copied_whole() throws IOException {
        var green = shadow(Stage.ROOMY, Origin.saying("G"), 50);
        var client = stage.client();
        var request = RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked")
                + "\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n";
        client.call(request);
        client.call(request);
        atRest(all -> all.answered() == 1);
        assertThat(green.received().get(0).body()).isEqualTo("abcde");
    }

    @Test
    void named_calls_are_never_copied_and_do_not_count_towards_the_share() throws IOException {
        var green = shadow(Stage.ROOMY, Origin.saying("G"), 50);
        var client = stage.client();
        for (int i = 0; i < 10; i++) {
            assertThat(client.call(RawClient.score("x", "azureml-model-deployment: blue"))
                            .body())
                    .isEqualTo("B");
        }
        assertThat(client.call(RawClient.score("x", "azureml-model-deployment: green"))
                        .body())
                .as("the shadow answers who names it")
                .isEqualTo("G");
        assertThat(stage.ledger()).isEqualTo(MirrorLedger.EMPTY);
        assertThat(green.received()).hasSize(1);
    }

    @Test
    void a_shadow_that_fails_is_counted_as_failing() throws IOException {
        shadow(
                Stage.ROOMY,
                new Origin("G", (request, line) -> line.send("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")),
                50);
        callBlue(10);
        assertThat(atRest(all -> all.sampled() == 5).failed()).isEqualTo(5);
        assertThat(stage.measured("green").mirrored().serverErrors()).isEqualTo(5);
    }

    @Test
    void a_shadow_whose_port_is_closed_harms_nobody() throws IOException {
        var closed = Origin.saying("closed");
        shadow(Stage.ROOMY, closed, 50);
        closed.close();
        callBlue(10);
        assertThat(atRest(all -> all.sampled() == 5).failed()).isEqualTo(5);
    }

    @Test
    void a_shadow_without_instances_harms_nobody() throws IOException {
        stage.deploy("green", Stage.ROOMY, List.of());
        live(50);
        callBlue(10);
        assertThat(atRest(all -> all.sampled() == 5).failed()).isEqualTo(5);
    }

    @Test
    void copies_that_wait_when_the_shadow_loses_its_instances_all_fail() throws IOException {
        var held = new Held();
        shadow(new RequestSettings(Duration.ofSeconds(20), 1), new Origin("G", held), 50);
        callBlue(20);
        held.awaitHolding(1);
        stage.deploy("green", Stage.ROOMY, List.of()).publish();
        await().until(() -> stage.ledger().failed() == 9);
        held.release(1);
        assertThat(atRest(all -> all.sampled() == 10).answered()).isEqualTo(1);
    }

    @Test
    void a_shadow_that_resets_in_the_middle_harms_nobody() throws IOException {
        shadow(
                Stage.ROOMY,
                new Origin("G", (request, line) -> {
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    line.reset();
                }),
                50);
        callBlue(10);
        assertThat(atRest(all -> all.sampled() == 5).reset()).isEqualTo(5);
    }

    @Test
    void a_shadow_that_breaks_every_connection_is_tried_now_and_then_until_it_answers() throws IOException {
        var isWell = new AtomicBoolean();
        var green = shadow(
                Stage.ROOMY,
                new Origin("G", (request, line) -> {
                    if (isWell.get()) {
                        line.send(Origin.ok("G"));
                    } else {
                        line.reset();
                    }
                }),
                50);
        callBlue(10);
        assertThat(atRest(all -> all.sampled() == 5).reset()).isEqualTo(5);
        callBlue(100);
        var ledger = atRest(all -> all.sampled() == 55);
        assertThat(ledger.failed()).as("not even tried").isPositive();
        assertThat(ledger.reset()).isEqualTo(green.connections());
        isWell.set(true);
        await().until(() -> {
            callBlue(2);
            return stage.ledger().answered() > 0;
        });
        long failed = atRest(all -> true).failed();
        callBlue(10);
        assertThat(atRest(all -> true).failed()).as("all are tried again").isEqualTo(failed);
    }

    @Test
    void a_shadow_that_never_answers_is_bounded_by_its_own_time_limit() throws IOException {
        var green = new Origin("G", (request, line) -> line.isClosedByPeer());
        shadow(new RequestSettings(Duration.ofMillis(100), 4), green, 50);
        callBlue(10);
        assertThat(atRest(all -> all.sampled() == 5).timedOut()).isEqualTo(5);
        assertThat(stage.measured("green").mirrored().clientErrors()).isEqualTo(5);
    }

    @Test
    void a_shadow_that_trickles_for_ever_is_cut_at_its_time_limit() throws IOException {
        var green = new Origin("G", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
            line.isClosedByPeer();
        });
        shadow(new RequestSettings(Duration.ofMillis(100), 4), green, 50);
        callBlue(4);
        assertThat(atRest(all -> all.sampled() == 2).timedOut()).isEqualTo(2);
    }

    @Test
    void copies_wait_for_a_full_shadow_the_newest_are_dropped_and_blue_never_waits() throws Exception {
        var held = new Held();
        var green = shadow(new RequestSettings(Duration.ofSeconds(20), 2), new Origin("G", held), 50);
        callBlue(100);
        held.awaitHolding(2);
        await().until(() -> stage.ledger().droppedQueue() == 50 - 24);
        held.release(1000);
        var ledger = atRest(all -> all.sampled() == 50);
        assertThat(ledger.answered()).isEqualTo(24);
        assertThat(held.most()).as("copies at the shadow at once").isEqualTo(2);
        assertThat(green.received()).hasSize(24);
    }

    @Test
    void copies_that_wait_too_long_are_dropped() throws IOException {
        var held = new Held();
        shadow(new RequestSettings(Duration.ofSeconds(20), 1), new Origin("G", held), 50);
        callBlue(10);
        var ledger = atRest(all -> all.sampled() == 5);
        assertThat(ledger.timedOut())
                .as("the one in flight, perhaps one after it")
                .isBetween(1L, 4L);
        assertThat(ledger.droppedQueue()).isEqualTo(5 - ledger.timedOut());
        held.release(10);
    }

    @Test
    void bodies_over_the_cap_are_not_copied_and_reach_blue_whole() throws IOException {
        shadow(Stage.ROOMY, Origin.saying("G"), 50);
        var client = stage.client();
        for (int i = 0; i < 4; i++) {
            assertThat(client.call(RawClient.score("x".repeat(10_001))).status())
                    .isEqualTo(200);
        }
        assertThat(atRest(all -> all.sampled() == 2).droppedSize()).isEqualTo(2);
        assertThat(blue.received()).allMatch(seen -> seen.body().length() == 10_001);
    }

    @Test
    void a_client_that_breaks_off_leaves_no_copy_behind() throws IOException {
        shadow(Stage.ROOMY, Origin.saying("G"), 50);
        callBlue(1);
        stage.client()
                .send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 10") + "\r\nhalf-")
                .close();
        assertThat(atRest(all -> all.sampled() == 1).reset()).isEqualTo(1);
    }

    @Test
    void a_named_call_to_a_shadow_goes_before_the_copies_that_wait() throws IOException {
        var held = new Held();
        var green = shadow(new RequestSettings(Duration.ofSeconds(20), 1), new Origin("G", held), 50);
        callBlue(6);
        held.awaitHolding(1);
        var named = stage.client().send(RawClient.score("named", "azureml-model-deployment: green"));
        await().until(() -> !stage.route("green").gate().line().isEmpty());
        held.release(2);
        assertThat(named.receive().status()).isEqualTo(200);
        assertThat(green.received().get(1).body()).isEqualTo("named");
        held.release(10);
        atRest(all -> all.answered() == 3);
    }

    @Test
    void requests_that_are_not_admitted_are_not_copied() throws IOException {
        var green = Origin.saying("G");
        stage.deploy("green", green);
        stage.deploy("blue").mirror("green", 50).traffic("blue", 100).publish();
        assertThat(stage.client().call(RawClient.score("x")).status()).isEqualTo(424);
        stage.traffic().publish();
        assertThat(stage.client().call(RawClient.score("x")).status()).isEqualTo(404);
        assertThat(stage.ledger()).isEqualTo(MirrorLedger.EMPTY);
    }

    @Test
    void what_the_shadow_said_can_be_looked_up_by_the_live_answers_id() throws IOException {
        shadow(Stage.ROOMY, Origin.saying("G"), 50);
        var client = stage.client();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            ids.add(client.call(RawClient.score("x")).field("x-request-id"));
        }
        atRest(all -> all.answered() == 2);

        var found = ids.stream()
                .flatMap(id -> stage.shadowAnswers().find(id).stream())
                .toList();
        assertThat(found).hasSize(2).allSatisfy(answer -> {
            var given = (ShadowAnswer.Given) answer;
            assertThat(given.shadow().text()).isEqualTo("green");
            assertThat(given.status()).isEqualTo(200);
            assertThat(new String(given.body(), StandardCharsets.UTF_8)).isEqualTo("G");
            assertThat(given.took()).isPositive();
        });
    }

    @Test
    void of_a_long_answer_of_the_shadows_the_beginning_is_kept() throws IOException {
        shadow(Stage.ROOMY, Origin.saying("G".repeat(200_000)), 50);
        var client = stage.client();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            ids.add(client.call(RawClient.score("x")).field("x-request-id"));
        }
        atRest(all -> all.answered() == 1);

        var given = ids.stream()
                .flatMap(id -> stage.shadowAnswers().find(id).stream())
                .map(ShadowAnswer.Given.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(given.body()).hasSize(ShadowAnswers.MOST_OF_ONE);
        assertThat(given.size()).isEqualTo(200_000);
    }

    @Test
    void a_copy_without_an_answer_says_why_there_is_none() throws IOException {
        var closed = Origin.saying("closed");
        shadow(Stage.ROOMY, closed, 50);
        closed.close();
        var client = stage.client();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            ids.add(client.call(RawClient.score("x")).field("x-request-id"));
        }
        atRest(all -> all.failed() == 1);

        assertThat(ids.stream().flatMap(id -> stage.shadowAnswers().find(id).stream()))
                .containsExactly(new ShadowAnswer.Missed(new DeploymentName("green"), MirrorMeter.Outcome.FAILED));
    }

    private Origin shadow(RequestSettings requests, Origin green, int share) {
        stage.deploy("green", requests, green);
        live(share);
        return green;
    }

    private void live(int share) {
        stage.deploy("blue", blue).traffic("blue", 100).mirror("green", share).publish();
    }

    private void callBlue(int times) throws IOException {
        var client = stage.client();
        for (int i = 0; i < times; i++) {
            assertThat(client.call(RawClient.score("x")).body()).isEqualTo("B");
        }
    }

    private MirrorLedger atRest(Predicate<MirrorLedger> expected) {
        await().until(() -> stage.ledger().inFlight() == 0 && expected.test(stage.ledger()));
        assertThat(stage.ledger().balances()).isTrue();
        return stage.ledger();
    }
}

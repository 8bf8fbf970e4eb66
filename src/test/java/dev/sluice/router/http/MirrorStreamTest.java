package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.RequestSettings;
import dev.sluice.metrics.MirrorLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Copies of bodies on their way, and copies that are cut. */
class MirrorStreamTest {

    private static final int CAP = 100_000;
    private static final int ROOM = 1 << 20;
    private static final RequestSettings ONE_AT_A_TIME = new RequestSettings(Duration.ofSeconds(20), 1);

    private final Origin blue = Origin.saying("B");
    private final PlayedShadow green;
    private final Stage stage =
            new Stage(RouterSettings.DEFAULT.with(new RouterSettings.Shadow(ROOM, CAP, 8, 16, Duration.ofSeconds(20))));

    MirrorStreamTest() throws IOException {
        green = new PlayedShadow();
    }

    @AfterEach
    void close() throws IOException {
        green.close();
        stage.close();
        assertThat(stage.ledger().inFlight()).as("copies without an end").isZero();
    }

    @Test
    void five_megabytes_reach_the_shadow_intact() throws Exception {
        try (var roomy = new Stage()) {
            var shadow = Origin.saying("G");
            roomy.deploy("green", shadow).deploy("blue", blue);
            roomy.traffic("blue", 100).mirror("green", 50).publish();
            var client = roomy.client();
            client.call(RawClient.score("the first is not copied"));
            var body = randomBody(5_000_000);
            assertThat(client.call(RawClient.score(body)).status()).isEqualTo(200);
            await().until(() -> roomy.ledger().answered() == 1);
            assertThat(sha256(shadow.received().get(0).body())).isEqualTo(sha256(body));
        }
    }

    @Test
    void the_shadow_receives_while_the_client_is_still_sending() throws IOException {
        live(50);
        var client = nextIsCopied();
        client.send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 8") + "\r\nfour");
        assertThat(green.accept().readUntil("\r\n\r\n")).startsWith("POST /score HTTP/1.1\r\n");
        assertThat(green.read(4)).isEqualTo("four");
        assertThat(stage.ledger().inFlight()).isEqualTo(1);
        assertThat(client.send("more").receive().body()).isEqualTo("B");
        assertThat(green.read(4)).isEqualTo("more");
        green.send(Origin.ok("G"));
        atRest(all -> all.answered() == 1);
    }

    @Test
    void a_chunked_body_is_streamed_in_chunks() throws IOException {
        live(50);
        var client = nextIsCopied();
        client.send(RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked") + "\r\n2\r\nab\r\n");
        green.accept().readUntil("\r\n\r\n");
        assertThat(green.readUntil("ab\r\n")).isEqualTo("2\r\nab\r\n");
        client.send("0\r\n\r\n").receive();
        assertThat(green.readUntil("\r\n\r\n")).isEqualTo("0\r\n\r\n");
        green.send(Origin.ok("G"));
        atRest(all -> all.answered() == 1);
    }

    @Test
    void a_body_that_says_it_is_over_the_cap_is_dropped_before_it_comes_and_does_not_bother_the_shadow()
            throws IOException {
        var shadow = Origin.saying("G");
        stage.deploy("green", shadow);
        live(50);
        var client = nextIsCopied();
        client.send(RawClient.head("POST /endpoints/iris/score", "Content-Length: " + (CAP + 1)) + "\r\n");
        atRest(all -> all.droppedSize() == 1);
        assertThat(client.send("x".repeat(CAP + 1)).receive().status()).isEqualTo(200);
        assertThat(shadow.connections()).isZero();
    }

    @Test
    void a_chunked_body_that_grows_over_the_cap_is_cut_off_at_the_shadow_and_reaches_blue_whole() throws IOException {
        live(50);
        var client = nextIsCopied();
        var chunk = "c350\r\n" + "x".repeat(0xc350) + "\r\n";
        client.send(RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked") + "\r\n" + chunk);
        green.accept().readUntil("\r\n\r\n");
        client.send(chunk).send(chunk).send("0\r\n\r\n");
        assertThat(client.receive().status()).isEqualTo(200);
        atRest(all -> all.droppedSize() == 1);
        assertThat(green.readsUntilClosed()).isLessThan(3 * 0xc350);
        assertThat(blue.received().get(1).body()).hasSize(3 * 0xc350);
    }

    @Test
    void a_client_that_breaks_off_has_its_copy_cut_at_the_shadow() throws IOException {
        live(50);
        var client = nextIsCopied();
        client.send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 8") + "\r\nfour");
        green.accept().readUntil("four");
        client.close();
        assertThat(green.readsUntilClosed()).isZero();
        atRest(all -> all.reset() == 1);
        assertThat(stage.measured("green").mirrored().requests())
                .as("what the shadow is blamed for")
                .isZero();
    }

    @Test
    void a_shadow_that_does_not_read_never_holds_up_the_client_and_is_cut_when_the_room_is_full() throws IOException {
        try (var narrow = new Stage(with(ROOM, 16 << 20))) {
            narrow.deployAt("green", green.port()).deploy("blue", blue);
            narrow.traffic("blue", 100).mirror("green", 50).publish();
            var client = narrow.client();
            client.call(RawClient.score("the first is not copied"));
            var body = "x".repeat(16 << 20);
            assertThat(client.call(RawClient.score(body)).status()).isEqualTo(200);
            assertThat(blue.received().get(1).body()).isEqualTo(body);
            await().until(() -> narrow.ledger().droppedQueue() == 1);
            assertThat(green.accept().readsUntilClosed()).isLessThan(16 << 20);
        }
    }

    @Test
    void copies_that_wait_hold_no_more_bytes_than_the_limit_all_together() throws IOException {
        var held = new Held();
        stage.deploy("green", ONE_AT_A_TIME, new Origin("G", held));
        live(50);
        callBlue(2);
        held.awaitHolding(1);
        var client = stage.client();
        for (int i = 0; i < 24; i++) {
            var answer = client.call(RawClient.score("x".repeat(100_000)));
            assertThat(answer.status()).isEqualTo(200);
        }
        held.release(100);
        var ledger = atRest(all -> all.sampled() == 13);
        assertThat(ledger.answered()).as("one at the shadow, ten that wait").isEqualTo(11);
        assertThat(ledger.droppedQueue()).isEqualTo(2);
    }

    @Test
    void a_shadow_that_answers_before_it_has_all_has_answered_and_its_connection_is_not_used_again()
            throws IOException {
        live(50);
        var client = nextIsCopied();
        client.send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 8") + "\r\nfour");
        green.accept().readUntil("four");
        green.send(Origin.ok("G"));
        atRest(all -> all.answered() == 1);
        assertThat(green.readsUntilClosed()).isZero();
        assertThat(client.send("more").receive().body()).isEqualTo("B");
    }

    @Test
    void turning_the_mirror_off_cuts_a_copy_whose_body_is_still_coming() throws IOException {
        live(50);
        var client = nextIsCopied();
        client.send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 8") + "\r\nfour");
        green.accept().readUntil("four");
        stage.noMirror().publish();
        assertThat(green.readsUntilClosed()).isZero();
        atRest(all -> all.reset() == 1);
        assertThat(client.send("more").receive().body()).isEqualTo("B");
    }

    @Test
    void turning_the_mirror_off_drops_what_waits_and_cuts_what_is_in_flight_at_once() throws IOException {
        var held = hold(() -> stage.noMirror().publish());
        assertThat(held.received()).hasSize(1);
    }

    @Test
    void deleting_the_shadow_drops_what_waits_and_cuts_what_is_in_flight_at_once() throws IOException {
        var held = hold(() -> stage.noMirror().remove("green").publish());
        assertThat(held.received()).hasSize(1);
    }

    @Test
    void a_shadow_that_replaces_one_of_the_same_name_gets_none_of_its_copies() throws IOException {
        var second = Origin.saying("second");
        var held = hold(() -> {
            stage.noMirror().remove("green").publish();
            stage.mirror("green", 50).deploy("green", second).publish();
        });
        assertThat(held.received()).hasSize(1);
        callBlue(2);
        atRest(all -> all.answered() == 1);
        assertThat(second.received()).hasSize(1);
    }

    @Test
    void another_share_cuts_nothing() throws IOException {
        var held = new Held();
        stage.deploy("green", ONE_AT_A_TIME, new Origin("G", held));
        live(50);
        callBlue(6);
        held.awaitHolding(1);
        stage.mirror("green", 10).publish();
        held.release(3);
        atRest(all -> all.answered() == 3);
    }

    /** Five copies for a shadow that answers none and works on one at a time; then {@code change}. */
    private Origin hold(Change change) throws IOException {
        var shadow = new Origin("G", (request, line) -> line.isClosedByPeer());
        stage.deploy("green", ONE_AT_A_TIME, shadow);
        var place = stage.route("green").upstreams().get(0).gate();
        live(50);
        callBlue(10);
        await().until(() -> shadow.received().size() == 1);
        change.happens();
        var ledger = atRest(all -> all.sampled() == 5);
        assertThat(ledger.reset()).isEqualTo(1);
        assertThat(ledger.droppedQueue()).isEqualTo(4);
        assertThat(place.inFlight()).isZero();
        return shadow;
    }

    private static RouterSettings with(long room, int cap) {
        return RouterSettings.DEFAULT.with(new RouterSettings.Shadow(room, cap, 8, 16, Duration.ofSeconds(20)));
    }

    private interface Change {
        void happens() throws IOException;
    }

    /** With green at the played port, unless it is elsewhere. */
    private void live(int share) {
        if (!stage.has("green")) {
            stage.deployAt("green", green.port());
        }
        stage.deploy("blue", blue).traffic("blue", 100).mirror("green", share).publish();
    }

    /** A client whose next request is the second of two, and so copied. */
    private RawClient nextIsCopied() throws IOException {
        var client = stage.client();
        assertThat(client.call(RawClient.score("x")).body()).isEqualTo("B");
        return client;
    }

    private void callBlue(int times) throws IOException {
        var client = stage.client();
        for (int i = 0; i < times; i++) {
            assertThat(client.call(RawClient.score("x")).body()).isEqualTo("B");
        }
    }

    private MirrorLedger atRest(Predicate<MirrorLedger> expected) {
        await().until(() -> stage.ledger().inFlight() == 0 && expected.test(stage.ledger()));
        return stage.ledger();
    }

    private static String randomBody(int bytes) {
        var body = new byte[bytes];
        new Random(5).nextBytes(body);
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static String sha256(String body) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().formatHex(digest);
    }
}

package dev.sluice.router.http;

import static dev.sluice.router.http.BandwidthTest.perSecond;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.router.Bandwidth;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies of many reads under a limit, by a real clock: whole, no faster than the rate, held back where they come from. */
class LimitedStreamingTest {

    private final Stage stage = new Stage(RouterSettings.DEFAULT.withDrainGrace(Duration.ofMillis(200)));

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void a_long_body_comes_through_whole_and_no_faster_than_the_rate() throws IOException {
        live(new Origin("b", (request, line) -> line.send(Origin.ok(request.body()))), perSecond(4_000_000, 64 << 10));
        var body = "0123456789".repeat(80_000);
        long began = System.nanoTime();
        var answer = stage.client().call(RawClient.score(body));
        long took = System.nanoTime() - began;
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
        long least = TimeUnit.SECONDS.toNanos(2 * body.length() - (64 << 10)) / 4_000_000;
        assertThat(took).isGreaterThanOrEqualTo(least);
        var delays = stage.route("blue").meter().delays();
        assertThat(delays.ofRequests()).isPositive();
        assertThat(delays.ofAnswers()).isPositive();
    }

    @Test
    void a_client_that_does_not_read_holds_the_instance_back_whatever_the_bandwidth_allows() throws IOException {
        var written = new AtomicLong();
        live(sendingBlocks(written), perSecond(20_000_000, 64 << 10));
        stage.client().send(RawClient.get("/endpoints/iris/score"));
        assertThat(StreamingTest.whenItStopsGrowing(written)).isLessThan(40_000_000);
    }

    @Test
    void a_reader_who_is_slower_than_the_bandwidth_gets_it_all() throws IOException {
        var written = new AtomicLong();
        live(sendingBlocks(written), perSecond(400_000_000, 1 << 20));
        var client = stage.client().send(RawClient.get("/endpoints/iris/score"));
        await().until(() -> written.get() > 0);
        assertThat(client.receive().body()).hasSize(100_000_000);
    }

    @Test
    void an_answer_that_is_held_up_holds_the_instance_back_instead_of_filling_memory() throws IOException {
        var written = new AtomicLong();
        live(sendingBlocks(written), perSecond(1_000, 20_000_000));
        var client = stage.client().send(RawClient.get("/endpoints/iris/score"));
        new Thread(() -> readAll(client)).start();
        assertThat(StreamingTest.whenItStopsGrowing(written)).isLessThan(60_000_000);
    }

    @Test
    void a_body_that_is_held_up_holds_the_client_back_instead_of_filling_memory() throws IOException {
        live(Origin.saying(""), perSecond(1_000, 20_000_000));
        var client =
                stage.client().send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 100000000") + "\r\n");
        var sent = new AtomicLong();
        new Thread(() -> StreamingTest.sendBlocks(client, sent)).start();
        assertThat(StreamingTest.whenItStopsGrowing(sent)).isLessThan(60_000_000);
    }

    private void live(Origin blue, Bandwidth limit) {
        stage.deploy("blue", blue).traffic("blue", 100);
        stage.bandwidth(limit).publish();
    }

    private static Origin sendingBlocks(AtomicLong written) throws IOException {
        return new Origin("b", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            for (int i = 0; i < 1000; i++) {
                line.send(new byte[100_000]);
                written.addAndGet(100_000);
            }
        });
    }

    private static void readAll(RawClient client) {
        try {
            client.readsUntilClosed();
        } catch (IOException over) {
            // The test is.
        }
    }
}

package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.RequestSettings;
import dev.sluice.metrics.MirrorLedger;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faulty shadows, clients that break off, and a user who changes the mirror, all at once. */
class MirrorFaultsTest {

    private static final int CALLERS = 6;
    private static final int CALLS = 80;
    private static final int CAP = 40_000;
    private static final RequestSettings SHORT = new RequestSettings(Duration.ofMillis(150), 3);
    private static final RouterSettings.Shadow TIGHT =
            new RouterSettings.Shadow(120_000, CAP, 6, 10, Duration.ofMillis(400));

    private final AtomicInteger calls = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_ledger_balances_and_clients_hear_nothing_but_blue_whatever_goes_wrong(long seed) throws Exception {
        var chance = new Random(seed);
        var stage = new Stage(RouterSettings.DEFAULT.with(TIGHT));
        try (stage) {
            stage.deploy("blue", new Origin("B", (request, line) -> line.send(Origin.ok(request.body()))))
                    .traffic("blue", 100);
            stage.deploy("green", SHORT, faulty(chance), faulty(chance))
                    .mirror("green", 50)
                    .publish();
            var callers = callers(stage, chance);
            while (!callers.stream().allMatch(Future::isDone)) {
                change(stage, chance);
                int before = calls.get();
                await().until(() ->
                        calls.get() > before + 15 || callers.stream().allMatch(Future::isDone));
            }
            for (var caller : callers) {
                caller.get();
            }
            var ledger = atRest(stage);
            assertThat(ledger.sampled()).isPositive();
            assertThat(stage.route("blue").gate().inFlight()).isZero();
        }
        assertThat(stage.ledger()).as("after the end").isEqualTo(atRest(stage));
    }

    /** Sums up itself: what the ledger says is in flight is what it misses. */
    private static MirrorLedger atRest(Stage stage) {
        await().until(() -> stage.ledger().inFlight() == 0);
        var all = stage.ledger();
        assertThat(all.answered()
                        + all.failed()
                        + all.timedOut()
                        + all.reset()
                        + all.droppedQueue()
                        + all.droppedSize())
                .isEqualTo(all.sampled());
        return all;
    }

    private List<Future<?>> callers(Stage stage, Random chance) {
        var threads = Executors.newFixedThreadPool(CALLERS);
        var callers = new ArrayList<Future<?>>();
        for (int i = 0; i < CALLERS; i++) {
            var whims = new Random(chance.nextLong());
            callers.add(threads.submit(() -> {
                call(stage.router().port(), whims);
                return null;
            }));
        }
        threads.shutdown();
        return callers;
    }

    private void call(int port, Random whims) throws IOException {
        for (int left = CALLS; left > 0; ) {
            try (var client = new RawClient(port)) {
                for (boolean goesOn = true; goesOn && left > 0; left--) {
                    goesOn = whims.nextInt(12) > 0;
                    if (goesOn) {
                        ask(client, whims);
                    } else {
                        client.send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 9000") + "\r\n"
                                + "x".repeat(whims.nextInt(8000)));
                    }
                    calls.incrementAndGet();
                }
            }
        }
    }

    private static void ask(RawClient client, Random whims) throws IOException {
        var body = "b".repeat(whims.nextInt(10) == 0 ? CAP + 1 : whims.nextInt(6000));
        var answer = whims.nextBoolean() ? client.call(RawClient.score(body)) : client.call(chunked(body, whims));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.fields())
                .extracting(field -> field.substring(0, field.indexOf(':')).toLowerCase())
                .containsExactly(
                        "content-length",
                        "azureml-model-deployment",
                        "azureml-model-session",
                        "x-request-id",
                        "ms-azureml-model-time");
        assertThat(answer.field("azureml-model-deployment")).isEqualTo("blue");
    }

    private static String chunked(String body, Random whims) {
        var chunks = new StringBuilder(RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked"));
        chunks.append("\r\n");
        for (int at = 0; at < body.length(); ) {
            int length = Math.min(body.length() - at, 1 + whims.nextInt(3000));
            chunks.append(Integer.toHexString(length)).append("\r\n");
            chunks.append(body, at, at + length).append("\r\n");
            at += length;
        }
        return chunks.append("0\r\n\r\n").toString();
    }

    private static void change(Stage stage, Random chance) {
        switch (chance.nextInt(5)) {
            case 0 -> stage.noMirror().publish();
            case 1 -> stage.noMirror().remove("green").publish();
            case 2 ->
                stage.deploy("green", SHORT, List.of()).mirror("green", 50).publish();
            default ->
                stage.deploy("green", SHORT, faulty(chance))
                        .mirror("green", 10 + chance.nextInt(41))
                        .publish();
        }
    }

    private static Origin faulty(Random chance) {
        var whims = new Random(chance.nextLong());
        return new Origin("G", (request, line) -> {
            switch (whims.nextInt(9)) {
                case 0 -> line.send("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
                case 1 -> line.send("no HTTP\r\n\r\n");
                case 2 -> line.reset();
                case 3 -> line.close();
                case 4 -> line.isClosedByPeer();
                case 5 -> {
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    line.reset();
                }
                case 6 -> {
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
                    line.isClosedByPeer();
                }
                default -> line.send(Origin.ok("G"));
            }
        });
    }
}

package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.BandwidthLimit;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.ShadowAnswers;
import dev.sluice.router.AnswerPair;
import dev.sluice.router.AnswerPair.Said;
import dev.sluice.router.Bandwidth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the router hands over to be compared. */
class AnswerPairTest {

    private Stage stage = new Stage();

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void both_answers_to_each_copied_request_are_handed_over_under_its_id() throws IOException {
        mirror(Origin.saying("B"), Origin.saying("G"));
        var client = stage.client();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            ids.add(client.call(RawClient.score("x")).field("x-request-id"));
        }

        await().until(() -> stage.pairs().size() == 5);
        assertThat(stage.pairs())
                .extracting(AnswerPair::requestId)
                .isSubsetOf(ids)
                .doesNotHaveDuplicates();
        assertThat(stage.pairs()).allSatisfy(pair -> {
            assertThat(text(pair.live())).isEqualTo("B");
            assertThat(text(pair.shadow())).isEqualTo("G");
            assertThat(pair.live().status()).isEqualTo(200);
        });
    }

    @Test
    void a_shadow_that_is_first_waits_for_the_live_answer() throws Exception {
        var blue = new Held();
        mirror(new Origin("B", blue), Origin.saying("G"));
        var client = stage.client();
        client.send(RawClient.score("x"));
        var other = stage.client();
        other.send(RawClient.score("x"));
        await().until(() -> stage.ledger().answered() == 1);
        assertThat(stage.pairs()).isEmpty();

        blue.release(2);
        await().until(() -> stage.pairs().size() == 1);
    }

    @Test
    void no_more_live_answers_are_kept_than_there_may_be_copies_and_the_others_are_counted() throws Exception {
        stage.close();
        stage = new Stage(
                RouterSettings.DEFAULT.with(new RouterSettings.Shadow(1 << 20, 1 << 20, 2, 0, Duration.ofSeconds(30))));
        var blue = new Held();
        mirror(new Origin("B", blue), Origin.saying("G"));
        for (int copied = 1; copied <= 3; copied++) {
            stage.client().send(RawClient.score("x"));
            stage.client().send(RawClient.score("x"));
            int expected = copied;
            await().until(() -> stage.ledger().answered() == expected);
        }
        assertThat(agreement().skipped()).isEqualTo(1);

        blue.release(6);
        await().until(() -> stage.pairs().size() == 2);
    }

    @Test
    void an_error_of_the_models_is_an_answer_with_the_status_that_it_gave() throws IOException {
        mirror(
                new Origin("B", (request, line) -> line.send("HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nno")),
                Origin.saying("G"));
        call(2);

        await().until(() -> stage.pairs().size() == 1);
        assertThat(stage.pairs().get(0).live().status()).isEqualTo(500);
    }

    @Test
    void an_answer_longer_than_is_kept_is_counted_and_not_compared_whoevers_it_is() throws IOException {
        mirror(Origin.saying("B".repeat(ShadowAnswers.MOST_OF_ONE + 1)), Origin.saying("G"));
        call(2);
        await().until(() -> agreement().skipped() == 1);

        mirror(Origin.saying("B".repeat(ShadowAnswers.MOST_OF_ONE)), Origin.saying("G".repeat(200_000)));
        call(2);
        await().until(() -> agreement().skipped() == 2);
        assertThat(stage.pairs()).isEmpty();
    }

    @Test
    void an_answer_in_many_parts_is_handed_over_whole() throws IOException {
        var chunks = "1\r\nB\r\n".repeat(3_000) + "0\r\n\r\n";
        mirror(
                new Origin(
                        "B",
                        (request, line) -> line.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)),
                Origin.saying("G"));
        call(2);

        await().until(() -> stage.pairs().size() == 1);
        assertThat(text(stage.pairs().get(0).live())).isEqualTo("B".repeat(3_000));
    }

    @Test
    void a_client_that_leaves_has_no_whole_answer_to_compare() throws Exception {
        var blue = new Held();
        mirror(new Origin("B", blue), Origin.saying("G"));
        var clients = List.of(
                stage.client().send(RawClient.score("x")), stage.client().send(RawClient.score("x")));
        await().until(() -> stage.ledger().answered() == 1);

        for (var client : clients) {
            client.close();
        }
        await().until(() -> agreement().skipped() == 1);
        blue.release(2);
        assertThat(stage.pairs()).isEmpty();
    }

    @Test
    void answers_that_are_held_up_by_a_limited_bandwidth_are_compared_all_the_same() throws IOException {
        stage.bandwidth(Bandwidth.of(BandwidthLimit.perSecond(5_000_000)));
        mirror(Origin.saying("B"), Origin.saying("G"));
        call(2);

        await().until(() -> stage.pairs().size() == 1);
    }

    @Test
    void a_live_answer_that_breaks_off_is_not_compared_and_counted() throws IOException {
        mirror(
                new Origin("B", (request, line) -> {
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    line.reset();
                }),
                Origin.saying("G"));
        var client = stage.client();
        client.send(RawClient.score("x"));
        stage.client().send(RawClient.score("x"));

        await().until(() -> agreement().skipped() == 1);
        assertThat(stage.pairs()).isEmpty();
    }

    @Test
    void what_describes_the_service_is_copied_and_not_compared() throws IOException {
        mirror(Origin.saying("B"), Origin.saying("G"));
        var client = stage.client();
        for (int i = 0; i < 2; i++) {
            client.call(RawClient.head("GET /endpoints/iris/swagger.json") + "\r\n");
        }

        await().until(() -> stage.ledger().answered() == 1);
        assertThat(stage.pairs()).isEmpty();
        assertThat(agreement().skipped()).isZero();
    }

    @Test
    void a_compressed_answer_is_counted_and_not_looked_into_whoevers_it_is() throws IOException {
        mirror(Origin.saying("B"), encoded("gzip"));
        call(2);
        await().until(() -> agreement().skipped() == 1);

        mirror(encoded("br"), Origin.saying("G"));
        call(2);
        await().until(() -> agreement().skipped() == 2);
        assertThat(stage.pairs()).isEmpty();

        mirror(encoded("identity"), Origin.saying("G"));
        call(2);
        await().until(() -> stage.pairs().size() == 1);
    }

    private static Origin encoded(String as) {
        var head = "HTTP/1.1 200 OK\r\nContent-Encoding: " + as + "\r\nContent-Length: 2\r\n\r\n";
        return new Origin(as, (request, line) -> line.send(head + "ab"));
    }

    @Test
    void a_copy_without_an_answer_is_no_pair_at_all() throws IOException {
        var closed = Origin.saying("closed");
        mirror(Origin.saying("B"), closed);
        closed.close();
        call(2);

        await().until(() -> stage.ledger().failed() == 1);
        assertThat(stage.pairs()).isEmpty();
        assertThat(agreement().skipped()).isZero();
    }

    private void mirror(Origin blue, Origin green) {
        stage.deploy("green", green)
                .deploy("blue", blue)
                .traffic("blue", 100)
                .mirror("green", 50)
                .publish();
    }

    private void call(int times) throws IOException {
        var client = stage.client();
        for (int i = 0; i < times; i++) {
            client.call(RawClient.score("x"));
        }
    }

    private Agreement agreement() {
        return stage.agreement();
    }

    private static String text(Said said) {
        return new String(said.body(), StandardCharsets.UTF_8);
    }
}

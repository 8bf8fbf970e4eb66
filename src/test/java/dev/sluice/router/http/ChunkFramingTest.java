package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a chunked body ends must not be a matter of opinion (peers 6.3). */
class ChunkFramingTest {

    private static final String LAST = "0\r\n\r\n";

    private final Origin blue = Origin.saying("B");
    private final Stage stage = new Stage(RouterSettings.DEFAULT.with(
            new RouterSettings.Clients(64, 1 << 20, 500, 2000, Duration.ofSeconds(30), Duration.ofSeconds(30))));

    @BeforeEach
    void blueIsLive() {
        stage.deploy("blue", blue).traffic("blue", 100).publish();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void a_chunk_size_beyond_what_a_number_holds_is_refused() throws IOException {
        for (var size : new String[] {"80000000", "ffffffff", "100000000", "10000000000000001", "f".repeat(300)}) {
            assertRefused(size + "\r\nx\r\n" + LAST);
        }
    }

    @Test
    void a_chunk_size_that_is_not_plain_hex_digits_is_refused() throws IOException {
        for (var size : new String[] {"", " 1", "1 ", "+1", "-1", "0x1", "1_", "1,1", "1\t", "g", "\0", "1\0"}) {
            assertRefused(size + "\r\nx\r\n" + LAST);
        }
    }

    @Test
    void a_bare_line_feed_anywhere_in_the_chunks_is_refused() throws IOException {
        assertRefused("1\nx\r\n" + LAST);
        assertRefused("1\r\nx\n" + LAST);
        assertRefused("1\r\nx\r\n0\n\r\n");
        assertRefused("1\r\nx\r\n0\r\n\n");
        assertRefused("1\r\nx\r\n0\r\nX: a\n\r\n");
    }

    @Test
    void a_bare_carriage_return_in_a_chunk_line_is_refused() throws IOException {
        assertRefused("1\rx\r\n" + LAST);
        assertRefused("1\r\rx\r\n" + LAST);
        assertRefused("1\r\nx\r" + LAST);
    }

    @Test
    void an_extension_that_hides_a_line_end_or_a_control_character_is_refused() throws IOException {
        for (var extension : new String[] {";a\nb", ";a\rb", ";a=\"\n\"", ";a=\"\r\"", ";a\0", ";a=\"\0\""}) {
            assertRefused("1" + extension + "\r\nx\r\n" + LAST);
        }
    }

    @Test
    void an_extension_has_a_limit() throws IOException {
        assertRefused("1;" + "a".repeat(600) + "\r\nx\r\n" + LAST);
    }

    @Test
    void sound_extensions_are_read_over_and_not_passed_on() throws IOException {
        var answer = stage.client().call(chunked("1;a\r\nx\r\n002;b=c;d=\"e;f\"\r\nyz\r\n0;g\r\n\r\n"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(blue.received()).extracting(Message::body).containsExactly("xyz");
    }

    @Test
    void data_longer_or_shorter_than_its_size_is_refused() throws IOException {
        assertRefused("1\r\nxy\r\n" + LAST);
        assertRefused("3\r\nxy\r\n" + LAST);
    }

    @Test
    void trailers_that_would_frame_route_or_authorize_are_not_passed_on() throws IOException {
        stage.client()
                .call(chunked("1\r\nx\r\n0\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\nHost: other\r\n"
                        + "Authorization: Bearer x\r\nCookie: a=b\r\nConnection: X-Gone\r\nX-Gone: 1\r\nTE: trailers\r\n"
                        + "Upgrade: h2c\r\nX-Kept: 2\r\n\r\n"));
        assertThat(blue.received()).singleElement().satisfies(seen -> {
            assertThat(seen.trailers()).containsExactly("X-Kept: 2");
            assertThat(seen.all("host")).containsExactly("127.0.0.1");
        });
    }

    @Test
    void trailers_that_are_no_fields_are_refused() throws IOException {
        for (var trailer : new String[] {"X : a", "no colon", ": a", "X: a\0", "X: a\rb", " X: a"}) {
            assertRefused("1\r\nx\r\n0\r\n" + trailer + "\r\n\r\n");
        }
    }

    @Test
    void trailers_that_are_left_out_are_read_as_strictly_as_the_others() throws IOException {
        for (var name : new String[] {"Content-Length", "Transfer-Encoding", "Trailer"}) {
            for (var value : new String[] {"a\rb", "a\0", "a\u007f", "a\r\n b", "a\r\n\tb\rc"}) {
                assertRefused("1\r\nx\r\n00;e\r\n" + name + ": " + value + "\r\n\r\n");
            }
        }
    }

    @Test
    void a_folded_trailer_is_refused_also_when_it_comes_alone() throws IOException {
        try (var client = stage.client().send(chunked("1\r\nx\r\n0\r\nX: a\r\n"))) {
            assertThat(client.call(" b\r\n\r\n").status()).isEqualTo(400);
            assertThat(client.readsUntilClosed()).isEmpty();
        }
    }

    @Test
    void after_trailers_the_next_request_is_found() throws IOException {
        var client = stage.client().send(chunked("1\r\nx\r\n0\r\nX: a\r\n\r\n") + RawClient.score("next"));
        assertThat(client.receive().status()).isEqualTo(200);
        assertThat(client.receive().status()).isEqualTo(200);
        assertThat(blue.received()).extracting(Message::body).containsExactly("x", "next");
    }

    /** Followed by a request that must not be found, wherever the body's end is sought. */
    private void assertRefused(String chunks) throws IOException {
        try (var client = stage.client()) {
            var answer = client.call(chunked(chunks) + RawClient.score("smuggled"));
            assertThat(answer.status()).as(chunks).isEqualTo(400);
            assertThat(answer.field("connection")).isEqualTo("close");
            assertThat(client.readsUntilClosed()).as("after " + chunks).isEmpty();
        }
        assertThat(blue.received()).extracting(Message::body).doesNotContain("smuggled");
    }

    private static String chunked(String chunks) {
        return RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked") + "\r\n" + chunks;
    }
}

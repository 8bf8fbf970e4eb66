package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which fields may go by Netty's decoder. Whatever is in doubt must not, so nearly all of this says no. */
class PlainFieldsTest {

    private final byte[] bytes = new byte[4 << 10];
    private final PlainFields fields = new PlainFields(bytes);

    @Test
    void fields_on_lines_of_their_own_are_plain_up_to_the_empty_line() {
        var text = "Host: a\r\nX-A:  b c \r\nContent-Length: 12\r\n\r\n";

        assertThat(arePlain(text + "Y: not one of them")).isTrue();

        assertThat(fields.end()).isEqualTo(text.length());
        assertThat(fields.bodyLength()).isEqualTo(12);
        assertThat(fields.haveOneHost()).isTrue();
        assertThat(fields.headers().get("x-a")).isEqualTo("b c");
        assertThat(fields.headers().contains("y")).isFalse();
    }

    @Test
    void what_was_seen_in_one_message_is_not_held_against_the_next() {
        assertThat(arePlain("Content-Length: 1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"))
                .isTrue();

        assertThat(arePlain("Content-Length: 2\r\nHost: b\r\nX: 1\r\n\r\n")).isTrue();
        assertThat(fields.bodyLength()).isEqualTo(2);
        assertThat(fields.haveOneHost()).isTrue();
        assertThat(fields.headers().names()).containsExactlyInAnyOrder("Content-Length", "Host", "X");

        assertThat(arePlain("X: 1\r\n\r\n")).isTrue();
        assertThat(fields.haveLength()).isFalse();
        assertThat(fields.bodyLength()).isZero();
    }

    @Test
    void none_and_more_than_a_proxy_keeps_are_not() {
        assertThat(arePlain("\r\n")).isFalse();
        assertThat(arePlain("X: 1\r\n".repeat(RawHeaders.MOST_FIELDS) + "\r\n")).isTrue();
        assertThat(arePlain("X: 1\r\n".repeat(RawHeaders.MOST_FIELDS + 1) + "\r\n"))
                .isFalse();
    }

    @Test
    void lengths_that_two_readers_could_take_differently_are_not() {
        for (var each : new String[] {
            "Content-Length: 1\r\nContent-Length: 1\r\n",
            "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\n",
            "tRANSFER-eNCODING: x\r\n",
            "Content-Length: +1\r\n",
            "Content-Length: 1, 1\r\n",
            "Content-Length: \r\n",
            "Content-Length: 0000000001\r\n",
            "Content-Length : 1\r\n"
        }) {
            assertThat(arePlain(each + "\r\n")).as(each).isFalse();
        }
    }

    @Test
    void lines_that_are_folded_bare_or_without_a_name_are_not() {
        for (var each : new String[] {
            "X: a\r\n b\r\n",
            " X: a\r\n",
            "X: a\n",
            "X: a\rb\r\n",
            "X: a\0b\r\n",
            "X\0: a\r\n",
            ": a\r\n",
            "no colon\r\n"
        }) {
            assertThat(arePlain(each + "\r\n")).as(each).isFalse();
        }
    }

    @Test
    void what_asks_for_special_treatment_is_not() {
        for (var field : new String[] {
            "Expect: 100-continue", "Upgrade: websocket", "Trailer: x", "Connection: close", "Connection: x-secret"
        }) {
            assertThat(arePlain(field + "\r\n\r\n")).as(field).isFalse();
        }
        assertThat(arePlain("Connection: Keep-Alive\r\n\r\n")).isTrue();
    }

    private boolean arePlain(String text) {
        var ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(ascii, 0, bytes, 0, ascii.length);
        return fields.arePlain(0, ascii.length);
    }
}

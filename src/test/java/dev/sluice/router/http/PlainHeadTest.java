package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What may go by Netty's decoder. Whatever is in doubt must not, so nearly all of this says no. */
class PlainHeadTest {

    private static final String LINE = "POST /endpoints/iris/score HTTP/1.1\r\n";
    private static final String HOST = "Host: 127.0.0.1\r\n";

    private final PlainHead head = new PlainHead();

    @Test
    void a_whole_request_with_one_host_and_one_length_is_plain() {
        assertThat(isRequest(LINE + HOST + "X-A:  b c \r\nContent-Length: 3\r\n\r\nabc"))
                .isTrue();
        assertThat(head.target()).isEqualTo("/endpoints/iris/score");
        assertThat(head.bodyLength()).isEqualTo(3);
        assertThat(head.headers().get("x-a")).isEqualTo("b c");
    }

    @Test
    void a_request_of_which_a_byte_is_missing_anywhere_is_not() {
        var whole = LINE + HOST + "Content-Length: 3\r\n\r\nabc";
        for (int length = 0; length < whole.length(); length++) {
            assertThat(isRequest(whole.substring(0, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void a_host_that_is_missing_doubled_or_none_is_not() {
        assertThat(isRequest(LINE + "X: a\r\n\r\n")).isFalse();
        assertThat(isRequest(LINE + HOST + HOST + "\r\n")).isFalse();
        assertThat(isRequest(LINE + "Host: me@127.0.0.1\r\n\r\n")).isFalse();
    }

    @Test
    void other_first_lines_are_not() {
        for (var line : new String[] {
            "POST http://127.0.0.1/score HTTP/1.1\r\n",
            "POST /a#b HTTP/1.1\r\n",
            "POST  /a HTTP/1.1\r\n",
            "POST /a  HTTP/1.1\r\n",
            "POST /a HTTP/1.0\r\n",
            "POST /a HTTP/1.1\n",
            "post /a HTTP/1.1\r\n",
            "CONNECT /a HTTP/1.1\r\n",
            "\r\nPOST /a HTTP/1.1\r\n"
        }) {
            assertThat(isRequest(line + HOST + "\r\n")).as(line).isFalse();
        }
    }

    @Test
    void answers_without_a_length_or_with_a_status_that_has_no_body_are_not() {
        assertThat(isResponse("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")).isTrue();
        assertThat(isResponse("HTTP/1.1 200 OK\r\nX: 1\r\n\r\nx")).isFalse();
        assertThat(isResponse("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n"))
                .isFalse();
        assertThat(isResponse("HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n"))
                .isFalse();
        assertThat(isResponse("HTTP/1.1 100 Continue\r\nContent-Length: 0\r\n\r\n"))
                .isFalse();
        assertThat(isResponse("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")).isFalse();
        assertThat(isResponse("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nx")).isFalse();
    }

    @Test
    void fields_taken_out_and_put_in_are_written_so_and_the_others_as_they_came() {
        isRequest(LINE + HOST + "X-A: 1\r\nx-a: 2\r\nX-B:  3\r\n\r\n");
        var headers = head.headers();
        headers.remove("X-A");
        headers.set(HttpHeaderNames.HOST, "other");
        headers.set(HttpHeaderNames.HOST, "another");
        assertThat(headers.get("host")).isEqualTo("another");
        assertThat(headers.contains("x-a")).isFalse();
        var out = Unpooled.buffer();
        headers.writeTo(out);
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("X-B:  3\r\nhost: another\r\n");
        assertThat(out.readableBytes()).isLessThanOrEqualTo(headers.length());
    }

    @Test
    void a_value_that_could_end_its_line_is_left_to_netty_which_refuses_it() {
        isRequest(LINE + HOST + "\r\n");
        var headers = head.headers();
        assertThatThrownBy(() -> headers.set("x-a", "1\r\nx-b: 2")).isInstanceOf(IllegalArgumentException.class);
    }

    private boolean isRequest(String text) {
        return head.isRequest(bytes(text), RouterSettings.Clients.DEFAULT);
    }

    private boolean isResponse(String text) {
        return head.isResponse(bytes(text));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The short way is never more lenient than the long one: what {@link PlainHead} recognises, Netty's decoder and
 * {@link FramingGuard} read as the same message of the same length.
 */
class PlainHeadFuzz {

    private final PlainHead plain = new PlainHead();

    @FuzzTest
    void what_it_takes_for_a_request_is_one_for_netty_too(byte[] bytes) {
        var limits = RouterSettings.Clients.DEFAULT;
        if (plain.isRequest(Unpooled.wrappedBuffer(bytes), limits)) {
            var read = byNetty(bytes, new StrictRequestDecoder(limits, new PlainHead()), new FramingGuard());
            var head = (HttpRequest) verify(read, bytes);
            assertThat(head.method()).isEqualTo(plain.method());
            assertThat(head.uri()).isEqualTo(plain.target());
        }
    }

    @FuzzTest
    void what_it_takes_for_an_answer_is_one_for_netty_too(byte[] bytes) {
        if (plain.isResponse(Unpooled.wrappedBuffer(bytes))) {
            var read = byNetty(bytes, new AnswerDecoder(new PlainHead()));
            var head = (HttpResponse) verify(read, bytes);
            assertThat(head.status().code()).isEqualTo(plain.status());
        }
    }

    /** The first byte alone, so that the decoder must go on by itself. */
    private EmbeddedChannel byNetty(byte[] bytes, ChannelHandler... handlers) {
        var channel = new EmbeddedChannel(handlers);
        channel.writeInbound(Unpooled.wrappedBuffer(bytes, 0, 1));
        channel.writeInbound(Unpooled.wrappedBuffer(bytes, 1, plain.headLength() + plain.bodyLength() - 1));
        return channel;
    }

    /** The head of the one message that was read. */
    private HttpMessage verify(EmbeddedChannel read, byte[] bytes) {
        HttpMessage head = read.readInbound();
        assertThat(head).isNotNull();
        assertThat(head.decoderResult().isSuccess()).isTrue();
        assertThat(fields(head.headers())).isEqualTo(fields(plain.headers()));
        var body = new StringBuilder();
        HttpContent content = read.readInbound();
        for (; !(content instanceof LastHttpContent); content = read.readInbound()) {
            body.append(content.content().toString(StandardCharsets.ISO_8859_1));
            content.release();
        }
        body.append(content.content().toString(StandardCharsets.ISO_8859_1));
        content.release();
        assertThat(body)
                .hasToString(new String(bytes, plain.headLength(), plain.bodyLength(), StandardCharsets.ISO_8859_1));
        assertThat(read.inboundMessages()).isEmpty();
        assertThat(read.outboundMessages()).isEmpty();
        read.finishAndReleaseAll();
        return head;
    }

    /** Without Connection, which says nothing here. */
    private static List<String> fields(HttpHeaders headers) {
        return headers.entries().stream()
                .filter(field -> !field.getKey().equalsIgnoreCase("Connection"))
                .map(field -> field.getKey().toLowerCase(Locale.ROOT) + ": " + field.getValue())
                .toList();
    }
}

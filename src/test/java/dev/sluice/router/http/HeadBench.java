package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to read the heads of a request and an answer, and to rewrite them. */
@State(Scope.Thread)
public class HeadBench {

    private static final String PATH = "/score";
    private static final String HOST = "127.0.0.1:8080";

    private final ByteBuf request = Unpooled.directBuffer().writeBytes(Samples.request());
    private final ByteBuf answer = Unpooled.directBuffer().writeBytes(Samples.answer());
    private final ByteBuf out = Unpooled.directBuffer(1 << 10);
    private final PlainHead plain = new PlainHead();
    private final RawHeaders requestHeaders = requestHeaders();
    private final RawHeaders answerHeaders = answerHeaders();
    private final Guids guids = new Guids(() -> ThreadLocalRandom.current().nextLong());
    private final Trace trace = new Trace(guids.get(), "");

    @Benchmark
    public Object readRequest() {
        return requestHeaders();
    }

    @Benchmark
    public Object readAnswer() {
        return answerHeaders();
    }

    @Benchmark
    public Object lookUp() {
        return requestHeaders.get(HttpHeaderNames.AUTHORIZATION);
    }

    @Benchmark
    public boolean lookUpInVain() {
        return requestHeaders.contains(Names.DEPLOYMENT);
    }

    @Benchmark
    public int rewriteRequest() {
        var headers = (RawHeaders) requestHeaders.copy();
        RequestHead.rewrite(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, PATH, headers), trace, PATH);
        headers.writeTo(out.clear());
        return out.readableBytes();
    }

    @Benchmark
    public int rewriteAnswer() {
        var headers = (RawHeaders) answerHeaders.copy();
        AnswerHead.rewrite(
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, headers),
                trace,
                "blue",
                1_500_000);
        headers.writeTo(out.clear());
        return out.readableBytes();
    }

    @Benchmark
    public Optional<Address> address() {
        return Address.of("/endpoints/iris/score", () -> HOST);
    }

    @Benchmark
    public String guid() {
        return guids.get();
    }

    private RawHeaders requestHeaders() {
        if (!plain.isRequest(request, RouterSettings.Clients.DEFAULT)) {
            throw new IllegalStateException("not plain");
        }
        return plain.headers();
    }

    private RawHeaders answerHeaders() {
        if (!plain.isResponse(answer)) {
            throw new IllegalStateException("not plain");
        }
        return plain.headers();
    }
}

package dev.sluice.router.http;

import dev.sluice.router.Collector;
import dev.sluice.router.Passage;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies what is to be kept of one request and its answer, and hands it to the collector when both are over. When there
 * is no room for them they are lost whole: half a record would look like the truth. For one event loop only.
 */
final class Recording implements Witness {

    /** Whoever asks for one of these gets nothing: collected data is passed on, and keys must not be. */
    private static final Set<String> SECRET = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "x-api-key",
            "api-key",
            "ocp-apim-subscription-key",
            "x-functions-key");

    private final Collector collector;
    private final Collector.Scope scope;
    private final String requestId;
    private final String correlationId;
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final BodyCopy request;
    private @Nullable BodyCopy answer;
    private boolean lost;

    Recording(Collector collector, HttpRequest head) {
        this.collector = collector;
        scope = collector.scope();
        requestId = text(head.headers(), Names.REQUEST_ID);
        var theirs = text(head.headers(), Names.CLIENT_REQUEST_ID);
        correlationId = theirs.isEmpty() ? requestId : theirs;
        method = head.method().name();
        path = head.uri();
        headers = kept(head.headers());
        request = new BodyCopy(collector, text(head.headers(), HttpHeaderNames.CONTENT_TYPE));
    }

    @Override
    public void passes(HttpContent content) {
        if (scope.requests()) {
            copy(request, content);
        }
    }

    /** What has come of it is kept; {@link #over} follows. */
    @Override
    public void breaksOff() {}

    @Override
    public void answers(HttpResponse head) {
        if (scope.answers()) {
            answer = new BodyCopy(collector, text(head.headers(), HttpHeaderNames.CONTENT_TYPE));
        }
    }

    @Override
    public void answered(HttpContent content) {
        if (answer != null) {
            copy(answer, content);
        }
    }

    @Override
    public void over() {
        int room = request.room() + (answer == null ? 0 : answer.room());
        if (lost) {
            collector.giveBackRoom(room);
            collector.lose();
        } else {
            collector.take(new Passage(requestId, correlationId, method, path, headers, sent(), given()), room);
        }
    }

    private Optional<Passage.Body> sent() {
        return scope.requests() ? Optional.of(request.body()) : Optional.empty();
    }

    private Optional<Passage.Body> given() {
        return Optional.ofNullable(answer).map(BodyCopy::body);
    }

    private void copy(BodyCopy body, HttpContent part) {
        if (!lost && !body.add(part)) {
            lost = true;
        }
    }

    private Map<String, String> kept(HttpHeaders all) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : scope.headers()) {
            var key = name.toLowerCase(Locale.ROOT);
            if (!SECRET.contains(key) && all.contains(name)) {
                kept.put(key, String.join(", ", all.getAll(name)));
            }
        }
        return kept;
    }

    private static String text(HttpHeaders headers, CharSequence name) {
        return headers.get(name, "");
    }
}

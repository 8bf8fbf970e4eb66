package dev.sluice.router.http;

import dev.sluice.router.Access;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.KeyAccess;
import dev.sluice.router.RouteTable;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Locale;
import java.util.Optional;

/**
 * Receives each request: who asks, who is to answer, is there room (reference 3.4). An endpoint that does not exist
 * refuses everybody as one that does refuses strangers, so that only who holds a key learns what there is.
 */
final class Reception {

    private static final Access NOBODY = KeyAccess.toNobody();

    private final Routes routes;
    private final Worker worker;
    private final MirrorLane lane;
    private final long bodyLimit;

    Reception(Routes routes, Worker worker, MirrorLane lane, long bodyLimit) {
        this.routes = routes;
        this.worker = worker;
        this.lane = lane;
        this.bodyLimit = bodyLimit;
    }

    /** The exchange to start; empty if the client was refused. */
    Optional<Exchange> receive(Call call) {
        var request = call.request();
        var address = Address.of(request.uri(), () -> header(request, HttpHeaderNames.HOST));
        if (address.isEmpty()) {
            return call.refused(Refusal.NO_ENDPOINT);
        }
        var table = routes.current();
        var endpoint = table.endpoint(address.get().endpoint());
        var access = endpoint.isPresent() ? endpoint.get().access() : NOBODY;
        var verdict = access.check(header(request, HttpHeaderNames.AUTHORIZATION));
        if (endpoint.isEmpty()) {
            return call.refused(Refusal.of(verdict));
        }
        if (verdict != Access.Verdict.GRANTED) {
            return refused(call, endpoint.get(), Refusal.of(verdict));
        }
        if (isWebSocket(request)) {
            return refused(call, endpoint.get(), Refusal.UPGRADE);
        }
        if (HttpUtil.getContentLength(request, 0L) > bodyLimit) {
            return refused(call, endpoint.get(), Refusal.BODY_TOO_LARGE);
        }
        boolean isPinned = request.headers().contains(Names.DEPLOYMENT);
        var decision = isPinned ? byName(endpoint.get(), request.headers()) : byTraffic(endpoint.get());
        return decision.isPresent()
                ? admit(call, table, decision.get(), address.get().path())
                : refused(call, endpoint.get(), isPinned ? Refusal.NO_SUCH_DEPLOYMENT : Refusal.NO_LIVE_TRAFFIC);
    }

    /** Before a deployment was chosen, so that no deployment's meter hears of it. */
    private static Optional<Exchange> refused(Call call, EndpointRoute endpoint, Refusal refusal) {
        endpoint.meter().refused(refusal.status().code());
        return call.refused(refusal);
    }

    private static Optional<Decision> byTraffic(EndpointRoute endpoint) {
        return endpoint.wheel().next().flatMap(endpoint::deployment).map(route -> new Decision.Live(endpoint, route));
    }

    /** Said twice it is one value with a comma (RFC 9110, 5.3), which no deployment is called. */
    private static Optional<Decision> byName(EndpointRoute endpoint, HttpHeaders headers) {
        var name = String.join(", ", headers.getAll(Names.DEPLOYMENT)).strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(endpoint.deployments().get(name)).map(route -> new Decision.Pinned(endpoint, route));
    }

    private Optional<Exchange> admit(Call call, RouteTable table, Decision decision, String path) {
        var route = decision.route();
        if (!route.upstreams().isEmpty() && route.admit()) {
            RequestHead.rewrite(call.request(), call.trace(), path);
            var mirror = decision instanceof Decision.Live live
                    ? lane.tap(live.endpoint(), call.request(), worker.loop())
                    : Witness.NONE;
            var witness = Witness.both(mirror, Witness.of(route.collector(), call.request()));
            var body = new RequestBody(call.client(), witness, bodyLimit);
            return Optional.of(
                    decision.endpoint().bandwidth().isLimited()
                            ? new DelayedExchange(call, worker, routes, decision, body, witness)
                            : new Exchange(call, worker, routes, decision, body, witness));
        }
        if (route.gate().isDraining() && routes.current() != table) {
            // The deployment was taken away after this request had read its table, and nothing has been done yet.
            return receive(call);
        }
        boolean isUnready = route.upstreams().isEmpty() || route.gate().isDraining();
        var refusal = isUnready ? Refusal.NOT_READY : Refusal.TOO_MANY_PENDING;
        decision.record(refusal.status().code(), refusal.modelStatus(), 0);
        call.refused(refusal, route.name().text());
        return Optional.empty();
    }

    /**
     * An upgrade to h2c is declined by an answer in HTTP/1.1 (RFC 9110, 7.8), and the instance never hears of it: Java's
     * own client asks for it with each first request. A WebSocket cannot be declined so.
     */
    private static boolean isWebSocket(HttpRequest request) {
        return request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private static String header(HttpRequest request, CharSequence name) {
        var value = request.headers().get(name);
        return value == null ? "" : value;
    }
}

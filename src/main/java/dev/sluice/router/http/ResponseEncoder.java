package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Netty's encoder, told which request it answers: the answer to HEAD has a head only, whatever its length says. */
final class ResponseEncoder extends HttpResponseEncoder {

    private HttpMethod method = HttpMethod.GET;

    void answers(HttpMethod method) {
        this.method = method;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
        return HttpMethod.HEAD.equals(method) || super.isContentAlwaysEmpty(response);
    }
}

package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Turns the head of a model's answer into that of ours (reference 3.2, 3.3). */
final class AnswerHead {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private AnswerHead() {}

    /** Whether the connection it came on can carry another request: the answer says so and says where it ends. */
    static boolean keepsConnection(HttpResponse model, HttpMethod asked) {
        boolean endIsKnown = isFramed(model.headers()) || isBodiless(model.status()) || asked.equals(HttpMethod.HEAD);
        return endIsKnown && HttpUtil.isKeepAlive(model);
    }

    /** Every status but 200 becomes 424, the model's own going into a header; the body stays as it is. */
    static void rewrite(HttpResponse answer, Trace trace, String deployment, long modelNanos) {
        var headers = answer.headers();
        HopByHop.strip(headers);
        answer.setProtocolVersion(HttpVersion.HTTP_1_1);
        int modelStatus = answer.status().code();
        if (modelStatus == HttpResponseStatus.OK.code()) {
            answer.setStatus(HttpResponseStatus.OK); // the instance's words for it may be anything
        } else {
            if (isBodiless(answer.status())) {
                headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
                headers.set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO);
            }
            answer.setStatus(HttpResponseStatus.FAILED_DEPENDENCY);
            headers.set(Names.ERROR_STATUS, Integer.toString(modelStatus));
            headers.set(Names.ERROR_REASON, "model_error");
        }
        name(headers, deployment);
        trace.writeTo(headers);
        headers.set(Names.MODEL_TIME, Long.toString(TimeUnit.NANOSECONDS.toMillis(modelNanos)));
    }

    /**
     * Says where the time went, finer than {@link Names#MODEL_TIME}: in the waiting line and until the request was sent,
     * and at the instance until the head of its answer came.
     */
    static void tellTiming(HttpHeaders headers, long queueNanos, long modelNanos) {
        headers.set(
                Names.SERVER_TIMING,
                String.format(Locale.ROOT, "queue;dur=%.3f, model;dur=%.3f", queueNanos / 1e6, modelNanos / 1e6));
    }

    /** Says who answered, in both spellings that the cloud uses. */
    static void name(HttpHeaders headers, String deployment) {
        headers.set(Names.DEPLOYMENT, deployment);
        headers.set(Names.SESSION, deployment);
    }

    static boolean isFramed(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.CONTENT_LENGTH) || headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private static boolean isBodiless(HttpResponseStatus status) {
        return status.code() == NO_CONTENT || status.code() == NOT_MODIFIED;
    }
}

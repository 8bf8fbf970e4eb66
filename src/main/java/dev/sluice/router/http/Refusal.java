package dev.sluice.router.http;

import dev.sluice.router.Access;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * An answer of the router's own, in plain text.
 *
 * @param modelStatus what {@code ms-azureml-model-error-statuscode} says; 0 for nothing
 * @param reason what {@code ms-azureml-model-error-reason} says; empty for nothing
 * @param body says what, and what to do
 */
record Refusal(HttpResponseStatus status, int modelStatus, String reason, String body) {

    static final Refusal MALFORMED = of(
            HttpResponseStatus.BAD_REQUEST,
            "The request is not valid HTTP/1.1, or could be read in two ways; it was not passed on.");
    static final Refusal HEADER_TOO_LARGE = of(
            HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "The request line or the header fields are too long; send fewer or shorter ones.");
    static final Refusal BODY_TOO_LARGE =
            of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "The request body is too large; send it in smaller parts.");
    static final Refusal EXPECTATION = of(
            HttpResponseStatus.EXPECTATION_FAILED,
            "The only expectation that can be met is 100-continue; send the request without another Expect header.");
    static final Refusal UPGRADE = of(
            HttpResponseStatus.NOT_IMPLEMENTED,
            "Endpoints speak HTTP/1.1 only; send the request without an Upgrade header.");
    static final Refusal NO_ENDPOINT = of(
            HttpResponseStatus.NOT_FOUND,
            "There is no endpoint at this address; use /endpoints/<endpoint>/score, or /score at <endpoint>.localhost.");
    static final Refusal NO_LIVE_TRAFFIC = of(
            HttpResponseStatus.NOT_FOUND,
            "There is no deployment with positive weight: set the endpoint's traffic, or name a deployment with"
                    + " azureml-model-deployment.");
    static final Refusal NO_SUCH_DEPLOYMENT = of(
            HttpResponseStatus.NOT_FOUND,
            "The endpoint has no deployment of the name that azureml-model-deployment gives; check its spelling.");
    static final Refusal TIMED_OUT = of(
            HttpResponseStatus.REQUEST_TIMEOUT,
            "The deployment took longer than its request_timeout_ms, time in the queue included.");
    static final Refusal NOT_READY = new Refusal(
            HttpResponseStatus.FAILED_DEPENDENCY,
            0,
            "model_not_ready",
            "The deployment has no instance that is ready; see its state and its log.");
    static final Refusal BROKE_OFF = new Refusal(
            HttpResponseStatus.FAILED_DEPENDENCY,
            502,
            "model_error",
            "The instance broke the connection off, or answered with something that is not HTTP; see its log.");

    /** The cloud's has no body (reference 3.3). */
    static final Refusal TOO_MANY_PENDING =
            new Refusal(HttpResponseStatus.TOO_MANY_REQUESTS, 0, "too_many_pending_requests", "");

    private static final Refusal BAD_HEADER = of(HttpResponseStatus.UNAUTHORIZED, "key_auth_bad_header_forbidden");
    private static final Refusal DENIED = of(HttpResponseStatus.UNAUTHORIZED, "key_auth_access_denied");
    private static final Refusal EXPIRED = of(HttpResponseStatus.UNAUTHORIZED, "token_auth_expired");

    private static Refusal of(HttpResponseStatus status, String body) {
        return new Refusal(status, 0, "", body);
    }

    /** The first two bodies are the cloud's (reference 3.1); what it says of an expired token is not known. */
    static Refusal of(Access.Verdict verdict) {
        return switch (verdict) {
            case BAD_HEADER -> BAD_HEADER;
            case DENIED -> DENIED;
            case EXPIRED -> EXPIRED;
            case GRANTED -> throw new IllegalArgumentException("who is let in is not refused");
        };
    }
}

package dev.sluice.router.http;

import io.netty.util.AsciiString;

/** Header fields of the cloud's front end (reference 3.1 and 3.2), and one of ours. */
final class Names {

    static final AsciiString DEPLOYMENT = AsciiString.cached("azureml-model-deployment");
    static final AsciiString SESSION = AsciiString.cached("azureml-model-session");
    static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
    static final AsciiString CLIENT_REQUEST_ID = AsciiString.cached("x-ms-client-request-id");
    static final AsciiString MODEL_TIME = AsciiString.cached("ms-azureml-model-time");
    static final AsciiString ERROR_STATUS = AsciiString.cached("ms-azureml-model-error-statuscode");
    static final AsciiString ERROR_REASON = AsciiString.cached("ms-azureml-model-error-reason");
    static final AsciiString REQUEST_DELAY = AsciiString.cached("ms-azureml-bandwidth-request-delay-ms");
    static final AsciiString ANSWER_DELAY = AsciiString.cached("ms-azureml-bandwidth-response-delay-ms");

    /** Ours: who sends it with a request is told in {@link #SERVER_TIMING} where the time went. */
    static final AsciiString TIMING = AsciiString.cached("sluice-timing");

    /** W3C's {@code Server-Timing}; durations in milliseconds. */
    static final AsciiString SERVER_TIMING = AsciiString.cached("server-timing");

    /** Marks a shadow's copy. The cloud's marker, if it has one, is unknown (reference 9.3). */
    static final AsciiString MIRRORED = AsciiString.cached("azureml-mirrored");

    private Names() {}
}

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

    /** Marks a shadow's copy. The cloud's marker, if it has one, is unknown (reference 9.3). */
    static final AsciiString MIRRORED = AsciiString.cached("azureml-mirrored");

    private Names() {}
}

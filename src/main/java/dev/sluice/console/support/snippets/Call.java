package dev.sluice.console.support.snippets;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request that is to be written down. Its key is not part of it: a snippet takes that from the environment variable
 * {@link #KEY_VARIABLE}, so that it can be shown, copied and committed.
 *
 * @param method such as {@code POST}
 * @param pinned the deployment that is to answer; empty if the traffic rules decide
 * @param headers others than the key's and the pin's
 */
public record Call(
        EndpointName endpoint,
        String method,
        String uri,
        Optional<DeploymentName> pinned,
        List<Header> headers,
        Body body) {

    public static final String KEY_VARIABLE = "SLUICE_KEY";
    static final String PIN_HEADER = "azureml-model-deployment";

    public Call {
        headers = List.copyOf(headers);
    }

    /** Scores the JSON in a file of the user's. */
    public static Call scoring(EndpointName endpoint, String uri, Optional<DeploymentName> pinned, String file) {
        return new Call(
                endpoint,
                "POST",
                uri,
                pinned,
                List.of(new Header("Content-Type", "application/json")),
                new Body.File(file));
    }

    /** Every header but the key's. */
    List<Header> allHeaders() {
        return Stream.concat(headers.stream(), pinned.stream().map(name -> new Header(PIN_HEADER, name.text())))
                .toList();
    }

    /** One header field; a name may come more than once. */
    public record Header(String name, String value) {}

    /** What is sent along. */
    public sealed interface Body {

        record None() implements Body {}

        /** UTF-8 text, as it stands in an editor. */
        record Text(String text) implements Body {}

        /** A file's bytes, by its path. */
        record File(String path) implements Body {}
    }
}

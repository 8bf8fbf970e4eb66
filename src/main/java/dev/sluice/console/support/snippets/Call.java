package dev.sluice.console.support.snippets;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<String, String> headers,
        Body body) {

    public static final String KEY_VARIABLE = "SLUICE_KEY";
    static final String PIN_HEADER = "azureml-model-deployment";

    public Call {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** Scores the JSON in a file of the user's. */
    public static Call scoring(EndpointName endpoint, String uri, Optional<DeploymentName> pinned, String file) {
        return new Call(
                endpoint,
                "POST",
                uri,
                pinned,
                new TreeMap<>(Map.of("Content-Type", "application/json")),
                new Body.File(file));
    }

    /** Every header but the key's. */
    SortedMap<String, String> allHeaders() {
        var all = new TreeMap<>(headers);
        pinned.ifPresent(name -> all.put(PIN_HEADER, name.text()));
        return all;
    }

    /** What is sent along. */
    public sealed interface Body {

        record None() implements Body {}

        /** UTF-8 text, as it stands in an editor. */
        record Text(String text) implements Body {}

        /** A file's bytes, by its path. */
        record File(String path) implements Body {}
    }
}

package dev.sluice.console.invoke;

import dev.sluice.console.support.JsonText;
import dev.sluice.control.Invocation.Target;

/** The same request as one types it into a shell. */
record CurlLine(String scoringUri, Target target, String contentType, String body) {

    private static final int MOST_BODY = 400;

    /** Safe to show: the key's place is taken by dots. */
    String masked() {
        var compact = JsonText.compact(body);
        return with("••••••••", compact.length() > MOST_BODY ? compact.substring(0, MOST_BODY) + "…" : compact);
    }

    /** Ready to run, with the real key: for the clipboard only. */
    String revealed(String key) {
        return with(key, JsonText.compact(body));
    }

    private String with(String key, String shownBody) {
        var line = new StringBuilder("curl ").append(quoted(scoringUri));
        line.append(" \\\n  -H ").append(quoted("Authorization: Bearer " + key));
        line.append(" \\\n  -H ").append(quoted("Content-Type: " + contentType));
        if (target instanceof Target.Pinned pinned) {
            line.append(" \\\n  -H ").append(quoted("azureml-model-deployment: " + pinned.deployment()));
        }
        return line.append(" \\\n  --data-binary ").append(quoted(shownBody)).toString();
    }

    /** In single quotes nothing is special to a shell but the quote itself. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

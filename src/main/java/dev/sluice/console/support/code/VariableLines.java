package dev.sluice.console.support.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where environment variables stand in a YAML text, and what of their lines is no value. Pure. */
public final class VariableLines {

    /** The beginning of a line up to the end of their key, which may be quoted and stand in a flow, as in JSON. */
    static final Pattern BEGIN = Pattern.compile("(?:.*[{,])?\\s*([\"']?)environment_variables\\1\\s*:");

    private VariableLines() {}

    public static boolean areIn(String text) {
        return text.lines().anyMatch(line -> BEGIN.matcher(line).lookingAt());
    }

    /** The lines of {@code text}, each up to where a value begins that may be a secret. */
    public static List<String> readable(String text) {
        var hider = new VariablesHidden(Highlighter.NONE);
        var readable = new ArrayList<String>();
        int before = Highlighter.START;
        for (var line : text.lines().toList()) {
            var found = hider.highlight(line, before);
            readable.add(found.spans().stream()
                    .filter(span -> span.token() == Token.HIDDEN)
                    .findFirst()
                    .map(span -> line.substring(0, span.start()))
                    .orElse(line));
            before = found.after();
        }
        return readable;
    }
}

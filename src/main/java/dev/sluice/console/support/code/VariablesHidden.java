package dev.sluice.console.support.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Another highlighter's colours, except that values of environment variables, which may be secrets, are not to be read. */
record VariablesHidden(Highlighter other) implements Highlighter {

    private static final Pattern KEY = Pattern.compile("\\s*((\"[^\"]*\"|'[^']*'|[^\\s:\"'][^\\s:]*)\\s*:(?=\\s|$))?");

    /** The state is the other's in the lower half; in the upper the indentation of the variables' key, 0 for none, else 1 more. */
    private static final int HALF = 16;

    @Override
    public Line highlight(String line, int before) {
        var colored = other.highlight(line, before & (1 << HALF) - 1);
        int outer = before >> HALF;
        if (outer > 0 && isOneOfThem(line, outer)) {
            return new Line(hidden(line, prefix(KEY, line), colored.spans()), colored.after() | outer << HALF);
        }
        int key = prefix(VariableLines.BEGIN, line);
        return key == 0
                ? colored
                : new Line(hidden(line, key, colored.spans()), colored.after() | indentation(line) + 1 << HALF);
    }

    /** A comment is, wherever it begins, as YAML has it: it may be a value that was put aside. */
    private static boolean isOneOfThem(String line, int outer) {
        return line.isBlank()
                || indentation(line) >= outer
                || line.stripLeading().startsWith("#");
    }

    private static List<Span> hidden(String line, int from, List<Span> colored) {
        int start = from;
        while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        var spans = new ArrayList<Span>();
        for (var span : colored) {
            if (span.end() <= start) {
                spans.add(span);
            }
        }
        if (start < line.length()) {
            spans.add(new Span(start, line.length(), Token.HIDDEN));
        }
        return spans;
    }

    private static int prefix(Pattern pattern, String line) {
        var found = pattern.matcher(line);
        return found.lookingAt() ? found.end() : 0;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}

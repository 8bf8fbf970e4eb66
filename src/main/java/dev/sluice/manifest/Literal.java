package dev.sluice.manifest;

import java.util.regex.Pattern;

/**
 * Tells a list, a dictionary or a quoted text, written as JSON or Python have it, from a text that merely begins like one:
 * {@code [draft]} is no list to the cloud's client, since its item has no quotes. For one thread.
 */
final class Literal {

    /** A text in either kind of quotes, a number, or one of the words of JSON and Python. */
    private static final Pattern PLAIN =
            Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
                    + "|[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|(?:true|false|null|True|False|None)\\b");

    /** Nothing that is nested more deeply is taken anyway: see {@link Nesting}. */
    private static final int DEEPEST = 100;

    private final String text;
    private int at;

    private Literal(String text) {
        this.text = text;
    }

    static boolean isOne(String text) {
        if (text.isEmpty() || "{[\"'".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        var literal = new Literal(text);
        return literal.value(0) && literal.at == text.length();
    }

    /** Goes past a value, if there is one. */
    private boolean value(int depth) {
        if (depth > DEEPEST) {
            return false;
        } else if (passes('[')) {
            return items(']', depth);
        }
        return passes('{') ? items('}', depth) : plain();
    }

    /** A comma may stand after the last, as in Python. */
    private boolean items(char end, int depth) {
        while (!passes(end)) {
            boolean isItem = end == ']' ? value(depth + 1) : plain() && passes(':') && value(depth + 1);
            if (!isItem || !passes(',') && !isNext(end)) {
                return false;
            }
        }
        return true;
    }

    private boolean plain() {
        skipBlanks();
        var matcher = PLAIN.matcher(text).region(at, text.length());
        boolean found = matcher.lookingAt();
        at = found ? matcher.end() : at;
        return found;
    }

    private boolean passes(char c) {
        boolean found = isNext(c);
        at += found ? 1 : 0;
        return found;
    }

    private boolean isNext(char c) {
        skipBlanks();
        return at < text.length() && text.charAt(at) == c;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}

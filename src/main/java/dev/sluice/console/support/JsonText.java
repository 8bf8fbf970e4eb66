package dev.sluice.console.support;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/**
 * Lays out JSON text for reading: an object's members on lines of their own, short arrays of plain values on one line.
 */
public final class JsonText {

    private static final int LINE = 80;
    private static final Pattern STRINGS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[^{}\\[\\],:\\s]+");
    private static final Pattern VALUE = Pattern.compile("true|false|null|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final String text;
    private final StringBuilder out = new StringBuilder();

    private JsonText(String text) {
        this.text = text;
    }

    /** Whether this is an object or array; judged by its words and brackets, without building it. */
    public static boolean isJson(String text) {
        var bare = STRINGS.matcher(text).replaceAll("0").strip();
        return (bare.startsWith("{") || bare.startsWith("["))
                && WORD.matcher(bare)
                        .results()
                        .allMatch(word -> VALUE.matcher(word.group()).matches())
                && !bare.matches("(?s).*[\\w.]\\s+[\\w.-].*")
                && isBalanced(bare);
    }

    private static boolean isBalanced(String bare) {
        var open = new ArrayDeque<Character>();
        for (char c : bare.toCharArray()) {
            if (c == '{' || c == '[') {
                open.push(c == '{' ? '}' : ']');
            } else if ((c == '}' || c == ']') && (open.isEmpty() || open.pop() != c)) {
                return false;
            }
        }
        return open.isEmpty();
    }

    /** The same value, indented by two spaces; what is not JSON comes back as it is. */
    public static String pretty(String json) {
        if (!isJson(json)) {
            return json;
        }
        var writer = new JsonText(compact(json));
        writer.write();
        return writer.out.toString();
    }

    /** Without the spaces between its tokens; what is not JSON comes back as it is. */
    public static String compact(String json) {
        if (!isJson(json)) {
            return json;
        }
        var compact = new StringBuilder(json.length());
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\' && i + 1 < json.length()) {
                compact.append(c).append(json.charAt(++i));
            } else {
                inString ^= c == '"';
                if (inString || !Character.isWhitespace(c)) {
                    compact.append(c);
                }
            }
        }
        return compact.toString();
    }

    private void write() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = endOfString(i);
                out.append(text, i, end);
                i = end - 1;
            } else if (c == '{' || c == '[') {
                int end = endOfFlat(i);
                if (end > 0) {
                    appendFlat(i, end);
                    i = end - 1;
                } else {
                    out.append(c);
                    newLine(++depth);
                }
            } else if (c == '}' || c == ']') {
                depth = Math.max(0, depth - 1);
                newLine(depth);
                out.append(c);
            } else if (c == ',') {
                out.append(c);
                newLine(depth);
            } else {
                out.append(c == ':' ? ": " : c);
            }
        }
    }

    /** Where the bracket at {@code start} closes if nothing is nested in it and it fits on a line; else 0. */
    private int endOfFlat(int start) {
        for (int i = start + 1; i < text.length() && i - start < LINE; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(i) - 1;
            } else if (c == '{' || c == '[') {
                return 0;
            } else if (c == '}' || c == ']') {
                return text.charAt(start) == '[' || i == start + 1 ? i + 1 : 0;
            }
        }
        return 0;
    }

    private void appendFlat(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '"') {
                int close = endOfString(i);
                out.append(text, i, close);
                i = close - 1;
            } else {
                out.append(text.charAt(i));
                if (text.charAt(i) == ',') {
                    out.append(' ');
                }
            }
        }
    }

    private int endOfString(int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 1);
    }

    private void newLine(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }
}

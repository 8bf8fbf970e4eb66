package dev.sluice.console.support.code;

import dev.sluice.console.support.code.Highlighter.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of YAML from left to right. Used once. */
final class YamlLine {

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"?|'(?:[^']|'')*+'?";
    private static final Pattern COMMENT = Pattern.compile("#.*");
    private static final Pattern MARKER = Pattern.compile("(?:---|\\.\\.\\.)(?=\\s|$)");
    private static final Pattern DASH = Pattern.compile("-(?=\\s|$)");
    private static final Pattern KEY =
            Pattern.compile("(" + QUOTED + "|[^\\s#&*!|>%@`{}\\[\\],\"'](?:[^:#]|:(?=\\S)|(?<=\\S)#)*?)\\s*:(?=\\s|$)");
    private static final Pattern BLOCK = Pattern.compile("[|>][+\\-0-9]*(?=\\s*(?:#|$))");
    private static final Pattern STRING = Pattern.compile(QUOTED);
    private static final Pattern TAG = Pattern.compile("[&*!][^\\s,\\[\\]{}]*");
    private static final Pattern FLOW = Pattern.compile("[{}\\[\\],]|:(?=\\s|$)");
    private static final Pattern PLAIN = Pattern.compile("[^\\s,\\[\\]{}](?:[^,\\[\\]{}#:]|:(?=\\S)|(?<=\\S)#)*");
    private static final Pattern WHOLE = Pattern.compile("[^\\s](?:[^#]|(?<=\\S)#)*");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d[\\d_]*)?\\.?\\d+(?:[eE][-+]?\\d+)?|0x[0-9a-fA-F]+");
    private static final Pattern WORD = Pattern.compile("(?i:true|false|null|yes|no|on|off|~)");

    private final String line;
    private final List<Span> spans = new ArrayList<>();
    private int at;
    private int parent;
    private int after = Highlighter.START;

    YamlLine(String line) {
        this.line = line;
    }

    static Line inBlock(String line, int before) {
        int start = line.length() - line.stripLeading().length();
        return new Line(line.isBlank() ? List.of() : List.of(new Span(start, line.length(), Token.STRING)), before);
    }

    Line read() {
        skipSpaces();
        parent = at;
        if (at == 0 && take(MARKER, Token.PUNCTUATION)) {
            skipSpaces();
        }
        while (take(DASH, Token.PUNCTUATION)) {
            parent = at - 1;
            skipSpaces();
        }
        readKey();
        boolean isFlow = at < line.length() && (line.charAt(at) == '{' || line.charAt(at) == '[');
        while (at < line.length()) {
            readValue(isFlow);
            skipSpaces();
        }
        return new Line(spans, after);
    }

    private void readKey() {
        var key = KEY.matcher(line).region(at, line.length());
        if (key.lookingAt()) {
            parent = at;
            spans.add(new Span(key.start(1), key.end(1), Token.KEY));
            spans.add(new Span(key.end() - 1, key.end(), Token.PUNCTUATION));
            at = key.end();
            skipSpaces();
        }
    }

    private void readValue(boolean isFlow) {
        if (take(COMMENT, Token.COMMENT) || take(TAG, Token.TAG)) {
            return;
        }
        if (!isFlow && take(BLOCK, Token.PUNCTUATION)) {
            after = parent + 1;
            return;
        }
        if (isFlow && take(FLOW, Token.PUNCTUATION)) {
            return;
        }
        var string = matcher(STRING);
        if (string.lookingAt()) {
            add(string.end(), isFlow && isKey(string.end()) ? Token.KEY : Token.STRING);
            return;
        }
        readPlain(matcher(isFlow ? PLAIN : WHOLE), isFlow);
    }

    private void readPlain(Matcher plain, boolean isFlow) {
        if (!plain.lookingAt()) {
            at++;
            return;
        }
        var text = plain.group().strip();
        int end = at + text.length();
        if (isFlow && isKey(plain.end())) {
            add(end, Token.KEY);
        } else if (NUMBER.matcher(text).matches()) {
            add(end, Token.NUMBER);
        } else if (WORD.matcher(text).matches()) {
            add(end, Token.WORD);
        }
        at = plain.end();
    }

    private boolean isKey(int end) {
        return matcher(FLOW).region(end, line.length()).lookingAt() && line.charAt(end) == ':';
    }

    private boolean take(Pattern pattern, Token token) {
        var found = matcher(pattern);
        if (!found.lookingAt()) {
            return false;
        }
        add(found.end(), token);
        return true;
    }

    private Matcher matcher(Pattern pattern) {
        // Bounds are transparent, so that a look behind sees the letter before.
        return pattern.matcher(line).region(at, line.length()).useTransparentBounds(true);
    }

    private void add(int end, Token token) {
        spans.add(new Span(at, end, token));
        at = end;
    }

    private void skipSpaces() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }
}

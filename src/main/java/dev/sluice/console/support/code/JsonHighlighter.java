package dev.sluice.console.support.code;

import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;

/** JSON: no string goes over the end of its line, so each line stands for itself. */
final class JsonHighlighter implements Highlighter {

    private static final Pattern PARTS = Pattern.compile("(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"?)(?<colon>\\s*:)?"
            + "|(?<number>-?\\d[\\d.eE+-]*)|(?<word>[A-Za-z]+)|(?<punctuation>[{}\\[\\],:])");

    /** The last two are what Python writes, though they are not JSON. */
    private static final Set<String> WORDS = Set.of("true", "false", "null", "NaN", "Infinity");

    @Override
    public Line highlight(String line, int before) {
        var spans = new ArrayList<Span>();
        var parts = PARTS.matcher(line);
        while (parts.find()) {
            if (parts.start("string") >= 0) {
                var token = parts.start("colon") >= 0 ? Token.KEY : Token.STRING;
                spans.add(new Span(parts.start("string"), parts.end("string"), token));
                if (token == Token.KEY) {
                    spans.add(new Span(parts.end() - 1, parts.end(), Token.PUNCTUATION));
                }
            } else if (parts.start("number") >= 0) {
                spans.add(new Span(parts.start(), parts.end(), Token.NUMBER));
            } else if (parts.start("punctuation") >= 0) {
                spans.add(new Span(parts.start(), parts.end(), Token.PUNCTUATION));
            } else if (WORDS.contains(parts.group())) {
                spans.add(new Span(parts.start(), parts.end(), Token.WORD));
            }
        }
        return new Line(spans, START);
    }
}

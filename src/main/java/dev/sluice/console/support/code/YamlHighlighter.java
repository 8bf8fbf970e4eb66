package dev.sluice.console.support.code;

/** YAML: a block of text ({@code |} or {@code >}) goes on as long as its lines are indented further than its key. */
final class YamlHighlighter implements Highlighter {

    @Override
    public Line highlight(String line, int before) {
        if (before != START && goesOn(line, before)) {
            return YamlLine.inBlock(line, before);
        }
        return new YamlLine(line).read();
    }

    private static boolean goesOn(String line, int before) {
        return line.isBlank() || indentation(line) >= before;
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}

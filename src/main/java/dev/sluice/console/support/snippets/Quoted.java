package dev.sluice.console.support.snippets;

import java.util.HexFormat;

/** Texts as literals of a language, so that nothing in them means anything to it. */
final class Quoted {

    private static final HexFormat HEX = HexFormat.of();

    private Quoted() {}

    /** For a shell. In single quotes nothing is special but the quote itself. */
    static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** For Python, Java and C#, which agree on all of these escapes. */
    static String literal(String text) {
        var literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append(escaped((char) c)));
        return literal.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\u" + HEX.toHexDigits(c) : String.valueOf(c);
        };
    }
}

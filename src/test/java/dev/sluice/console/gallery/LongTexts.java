package dev.sluice.console.gallery;

import java.util.function.UnaryOperator;

/**
 * A language for tests: every text between {@link #BEGIN} and {@link #END}, 40 % longer and with accents. What stands
 * without brackets on the screen is in no bundle; a bracket that is missing was cut off.
 */
final class LongTexts implements UnaryOperator<String> {

    static final char BEGIN = '[';
    static final char END = ']';

    private static final String PLAIN = "aceinouyACEINOUY";
    private static final String ACCENTED = "åçéîñøüýÅÇÉÎÑØÜÝ";
    private static final String MORE =
            " lorem ipsum dolor sit amet consectetur adipisici elit sed eiusmod tempor incidunt";

    @Override
    public String apply(String text) {
        return text.isBlank() ? text : BEGIN + accented(text) + more(text) + END;
    }

    /** What stands in braces is filled in later and stays as it is. */
    private static String accented(String text) {
        var accented = new StringBuilder();
        int depth = 0;
        for (char letter : text.toCharArray()) {
            if (letter == '{') {
                depth++;
            } else if (letter == '}') {
                depth--;
            }
            int at = depth == 0 ? PLAIN.indexOf(letter) : -1;
            accented.append(at < 0 ? letter : ACCENTED.charAt(at));
        }
        return accented.toString();
    }

    /** Words, so that a text that may go over several lines still can. */
    private static String more(String text) {
        int length = Math.max(1, (text.length() * 4 + 9) / 10 - 2);
        return MORE.repeat(1 + length / MORE.length()).substring(0, length);
    }
}

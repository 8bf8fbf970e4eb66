package dev.sluice.domain;

/** A remark as a whole sentence, for where it stands by itself and not behind the key that it is about. */
public final class Sentence {

    private static final String ENDS = ".!?:\u2026";

    private Sentence() {}

    /** With a capital and a full stop. What is no word at the beginning, such as a file's name, stays as it is written. */
    public static String of(String remark) {
        var text = remark.strip();
        return text.isEmpty() ? "" : ended(begunByWord(text) ? capitalized(text) : text);
    }

    private static boolean begunByWord(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        return end > 0 && (end == text.length() || " ,:;-".indexOf(text.charAt(end)) >= 0);
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** With a full stop, where there is no other end. */
    public static String ended(String text) {
        return ENDS.indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}

package dev.sluice.console.support.code;

import java.util.List;

/**
 * Something that may be written next.
 *
 * @param word what it is called
 * @param sentence what it means; may be empty
 * @param insert what takes the place of the text between {@code from} and the caret
 */
public record Suggestion(String word, String sentence, String insert, int from) {

    /** Knows what may be written at a place of a text. Asked on the UI thread at each letter: it must be quick. */
    public interface Source {
        List<Suggestion> at(String text, int caret);
    }
}

package dev.sluice.manifest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the word that someone may have meant. */
public final class Spelling {

    /** No key or value of the cloud's is longer; what is cannot be a slip of the hand. */
    private static final int LONGEST = 64;

    private static final Pattern WORD = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");

    private Spelling() {}

    /** The nearest of {@code words}, if no more than a third of it, or two letters, would have to change. */
    public static Optional<String> nearest(String typed, Collection<String> words) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var snake = snakeCase(typed);
        return words.stream()
                .filter(word -> Math.abs(word.length() - snake.length()) <= mostChanges(word))
                .map(word -> new Near(word, distance(snake, word)))
                .filter(near -> near.distance <= mostChanges(near.word) && near.distance < near.word.length())
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::word);
    }

    private static int mostChanges(String word) {
        return Math.max(2, word.length() / 3);
    }

    /** {@code AMLToken} is {@code aml_token}: the cloud's client compares enumerations this way (reference 1.1). */
    static String snakeCase(String text) {
        var parted = WORD.matcher(text).replaceAll("$1_$2");
        return CAPITAL.matcher(parted).replaceAll("$1_$2").replace("__", "_").toLowerCase(Locale.ROOT);
    }

    static String abridged(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    /** Letters to put in, take out or change (Levenshtein), one row of the table at a time. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int changed = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }

    private record Near(String word, int distance) {}
}

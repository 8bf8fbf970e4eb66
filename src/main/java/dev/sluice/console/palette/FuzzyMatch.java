package dev.sluice.console.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a few letters mean a text: they stand in it in their order, not necessarily side by side. Letters that begin
 * words, and letters side by side, count for more. Pure.
 *
 * @param score the greater, the better
 * @param letters which letters of the text were meant, by index, ascending
 */
record FuzzyMatch(int score, List<Integer> letters) {

    private static final int WORD_BEGINS = 12;
    private static final int SIDE_BY_SIDE = 16;
    private static final int AT_THE_FRONT = 10;
    private static final int WORST_GAP = 5;
    private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;
    private static final FuzzyMatch EVERYTHING = new FuzzyMatch(0, List.of());

    FuzzyMatch {
        letters = List.copyOf(letters);
    }

    /** Case and blanks in {@code typed} do not matter; nothing typed means everything. */
    static Optional<FuzzyMatch> of(String typed, String text) {
        var wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        if (wanted.isEmpty()) {
            return Optional.of(EVERYTHING);
        }
        var folded = text.toLowerCase(Locale.ROOT);
        var best = new int[wanted.length()][folded.length()];
        var before = new int[wanted.length()][folded.length()];
        for (int letter = 0; letter < wanted.length(); letter++) {
            for (int at = 0; at < folded.length(); at++) {
                place(letter, at, wanted.charAt(letter) == folded.charAt(at), folded, best, before);
            }
        }
        int last = indexOfGreatest(best[wanted.length() - 1]);
        return last < 0 || best[wanted.length() - 1][last] < IMPOSSIBLE / 2
                ? Optional.empty()
                : Optional.of(new FuzzyMatch(best[wanted.length() - 1][last], trace(before, last)));
    }

    /** The best score with that letter of what was typed at that place, and where the letter before it is then. */
    private static void place(int letter, int at, boolean same, String text, int[][] best, int[][] before) {
        best[letter][at] = IMPOSSIBLE;
        if (!same) {
            return;
        }
        int own = (beginsWord(text, at) ? WORD_BEGINS : 0);
        if (letter == 0) {
            best[letter][at] = own + (at == 0 ? AT_THE_FRONT : 0);
            return;
        }
        for (int earlier = 0; earlier < at; earlier++) {
            int gap = at - earlier - 1;
            int score = best[letter - 1][earlier] + own + (gap == 0 ? SIDE_BY_SIDE : -Math.min(gap, WORST_GAP));
            if (score > best[letter][at]) {
                best[letter][at] = score;
                before[letter][at] = earlier;
            }
        }
    }

    private static List<Integer> trace(int[][] before, int last) {
        var letters = new ArrayList<Integer>();
        int at = last;
        for (int letter = before.length - 1; letter >= 0; letter--) {
            letters.add(0, at);
            at = before[letter][at];
        }
        return letters;
    }

    private static int indexOfGreatest(int[] scores) {
        int greatest = -1;
        for (int i = 0; i < scores.length; i++) {
            if (greatest < 0 || scores[i] > scores[greatest]) {
                greatest = i;
            }
        }
        return greatest;
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}

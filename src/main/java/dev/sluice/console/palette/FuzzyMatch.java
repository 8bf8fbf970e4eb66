package dev.sluice.console.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a few words mean a text: each of them is one of its words or begins one, in whatever order; or, which is weaker,
 * its letters begin words of the text and go on from there, or stand in one side by side. Letters scattered over a text do
 * not mean it. Pure.
 *
 * @param score the greater, the better
 * @param weak whether something else may have been meant
 * @param letters which letters of the text were meant, by index, ascending
 */
record FuzzyMatch(int score, boolean weak, List<Integer> letters) {

    private static final int WORD = 100;
    private static final int BEGINNING = 80;
    private static final int LETTERS_OF_WORDS = 50;
    private static final int INSIDE = 30;

    /** A letter or two begin too many words to mean one. */
    private static final int CLEAR = 3;

    private static final int SINGLE = 1;
    private static final FuzzyMatch EVERYTHING = new FuzzyMatch(0, false, List.of());

    FuzzyMatch {
        letters = List.copyOf(letters);
    }

    /** Case and signs in {@code typed} do not matter; nothing typed means everything. */
    static Optional<FuzzyMatch> of(String typed, String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        var all = EVERYTHING;
        for (var word : words(typed)) {
            var match = best(word, folded);
            if (match.isEmpty()) {
                return Optional.empty();
            }
            all = all.and(match.get());
        }
        return Optional.of(all);
    }

    /** What was typed, word by word, folded. */
    static List<String> words(String typed) {
        return Stream.of(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** The same by other words than the text's own. */
    FuzzyMatch inOtherWords() {
        return new FuzzyMatch(score - INSIDE, true, letters);
    }

    private FuzzyMatch and(FuzzyMatch other) {
        var both = new TreeSet<>(letters);
        both.addAll(other.letters);
        return new FuzzyMatch(score + other.score, weak || other.weak, List.copyOf(both));
    }

    private static Optional<FuzzyMatch> best(String word, String text) {
        return begun(word, text, true)
                .or(() -> begun(word, text, false))
                .or(() -> fromWordToWord(word, text))
                .or(() -> inside(word, text));
    }

    private static Optional<FuzzyMatch> begun(String word, String text, boolean whole) {
        return IntStream.range(0, text.length())
                .filter(at -> beginsWord(text, at) && text.startsWith(word, at))
                .filter(at -> !whole || endsWord(text, at + word.length()))
                .mapToObj(at -> run(at, word, whole ? WORD : BEGINNING, !whole && word.length() < CLEAR))
                .findFirst();
    }

    private static Optional<FuzzyMatch> inside(String word, String text) {
        int at = text.indexOf(word);
        return at < 0 || word.length() == SINGLE ? Optional.empty() : Optional.of(run(at, word, INSIDE, true));
    }

    private static Optional<FuzzyMatch> fromWordToWord(String word, String text) {
        var letters = new ArrayList<Integer>();
        return isFoundFrom(0, word, text, letters)
                ? Optional.of(new FuzzyMatch(LETTERS_OF_WORDS, true, letters))
                : Optional.empty();
    }

    /** Letter by letter: the one beside the last, else the next that begins a word; goes back when that leads nowhere. */
    private static boolean isFoundFrom(int letter, String word, String text, List<Integer> letters) {
        if (letter == word.length()) {
            return true;
        }
        int next = letter == 0 ? 0 : letters.get(letter - 1) + 1;
        for (int at = next; at < text.length(); at++) {
            boolean beside = letter > 0 && at == next;
            if (text.charAt(at) == word.charAt(letter) && (beside || beginsWord(text, at))) {
                letters.add(at);
                if (isFoundFrom(letter + 1, word, text, letters)) {
                    return true;
                }
                letters.remove(letters.size() - 1);
            }
        }
        return false;
    }

    private static FuzzyMatch run(int from, String word, int score, boolean weak) {
        return new FuzzyMatch(
                score, weak, IntStream.range(from, from + word.length()).boxed().toList());
    }

    private static boolean beginsWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static boolean endsWord(String text, int end) {
        return end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }
}

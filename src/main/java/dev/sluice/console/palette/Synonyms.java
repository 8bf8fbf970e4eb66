package dev.sluice.console.palette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Words that others use for what is called differently here: {@code restart} for {@code redeploy}. Pure. */
final class Synonyms {

    /** Who has typed less may want any word. */
    private static final int LEAST_LETTERS = 3;

    private final Map<String, List<String>> ours = new LinkedHashMap<>();

    /** @param text such as {@code restart=redeploy; rollback=undo, all traffic}; what is not like that is passed over */
    Synonyms(String text) {
        for (var entry : text.split(";")) {
            var sides = entry.split("=", 2);
            if (sides.length == 2) {
                ours.put(
                        sides[0].strip(),
                        Stream.of(sides[1].split(",")).map(String::strip).toList());
            }
        }
    }

    /** What was typed with each of its words, or what that begins, put in ours; nothing if none is known. */
    Stream<String> of(String typed) {
        var words = FuzzyMatch.words(typed);
        return ours.entrySet().stream()
                .flatMap(entry -> words.stream()
                        .filter(word ->
                                word.length() >= LEAST_LETTERS && entry.getKey().startsWith(word))
                        .flatMap(word -> entry.getValue().stream().map(our -> replaced(words, word, our))));
    }

    private static String replaced(List<String> words, String word, String our) {
        var all = new ArrayList<>(words);
        all.set(all.indexOf(word), our);
        return String.join(" ", all);
    }
}

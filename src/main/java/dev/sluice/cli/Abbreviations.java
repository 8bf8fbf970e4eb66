package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Long options may be cut short as long as no other begins so (reference section 6): {@code --endpoint} for {@code
 * --endpoint-name}. Pure.
 */
final class Abbreviations {

    private Abbreviations() {}

    /**
     * The words with every option written out; what is no beginning of an option stays as it is.
     *
     * @throws CommandFailed if a word is the beginning of several
     */
    static List<String> expanded(List<String> words, Stream<Flag> flags) {
        var names = new TreeSet<String>();
        flags.flatMap(flag -> flag.names().stream())
                .filter(name -> name.startsWith("--"))
                .forEach(names::add);
        var expanded = new ArrayList<String>();
        words.forEach(word -> expanded.add(word.startsWith("--") ? expanded(word, names) : word));
        return expanded;
    }

    private static String expanded(String word, Set<String> names) {
        int equals = word.indexOf('=');
        var typed = equals < 0 ? word : word.substring(0, equals);
        if (typed.equals("--") || names.contains(typed)) {
            return word;
        }
        var meant = names.stream().filter(name -> name.startsWith(typed)).toList();
        if (meant.size() > 1) {
            throw CommandFailed.usage("ambiguous option: " + typed + " could match " + String.join(", ", meant));
        }
        return meant.isEmpty() ? word : meant.get(0) + word.substring(typed.length());
    }
}

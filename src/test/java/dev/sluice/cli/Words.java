package dev.sluice.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command's line in its words, as a shell parts them. */
final class Words {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    private Words() {}

    /** {@code @x} is the path of the file x in {@code folder}. */
    static List<String> of(String line, Path folder) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(line);
        while (matcher.find()) {
            var word = matcher.group();
            words.add(word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : unquoted(word));
        }
        return words;
    }

    private static String unquoted(String word) {
        return word.replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2");
    }
}

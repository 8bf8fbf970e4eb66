package dev.sluice.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The cloud's rule for the names of endpoints and deployments: 3 to 32 characters, a letter first, then letters,
 * digits and dashes, no dash last (reference 1.2). Length and characters are two problems, told separately.
 */
final class Names {

    private static final Pattern CHARACTERS = Pattern.compile("[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 32;

    private Names() {}

    static List<Problem> problems(String kind, String path, String text) {
        var problems = new ArrayList<Problem>();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            problems.add(Problem.of(
                    Problem.Code.NAME_LENGTH,
                    path,
                    "the name of " + kind + " has 3 to 32 characters; '" + abridged(text) + "' has " + text.length(),
                    "choose a name of 3 to 32 characters"));
        }
        if (!CHARACTERS.matcher(text).matches()) {
            problems.add(Problem.of(
                    Problem.Code.NAME_CHARACTERS,
                    path,
                    "the name of " + kind
                            + " starts with a letter, goes on with letters, digits and dashes, and does not"
                            + " end with a dash; '" + abridged(text) + "' does not",
                    "use letters, digits and dashes only, a letter first"));
        }
        return List.copyOf(problems);
    }

    static String checked(String kind, String text) {
        var problems = problems(kind, "name", text);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.get(0).message());
        }
        return text;
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}

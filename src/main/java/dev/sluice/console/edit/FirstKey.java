package dev.sluice.console.edit;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.util.regex.Pattern;

/** Where in a text a key of the outermost level stands. */
final class FirstKey {

    private FirstKey() {}

    /** The problem at its key's value, or as it is if the text does not have the key. */
    static Problem placed(Problem problem, String text) {
        var key = problem.path().replaceAll("\\..*", "");
        var found = Pattern.compile("(?m)^" + Pattern.quote(key) + "\\s*:\\s*").matcher(text);
        if (key.isEmpty() || !found.find()) {
            return problem;
        }
        int line = (int) text.substring(0, found.start()).lines().count() + 1;
        return problem.at(new Place("", line, found.end() - found.start() + 1));
    }
}

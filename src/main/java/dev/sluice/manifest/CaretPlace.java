package dev.sluice.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a file that may be half written the caret stands: below which keys, and at what beginning of a word. Works on
 * lines and their indentation, since what is half written is no YAML.
 *
 * @param path the keys from the top down to the level, or to the key whose value it is
 * @param value whether a value is expected there, rather than a key
 * @param word what stands before the caret of the word that is being written
 * @param siblings the keys that stand at this level already
 * @param indent how far keys at this level stand from the left
 */
record CaretPlace(List<String> path, boolean value, String word, Set<String> siblings, int indent) {

    private static final Pattern KEY =
            Pattern.compile("(?<lead>\\s*(?:-\\s+)*)(?<key>[\\w$./-]+):(?:\\s+(?<rest>.*))?");
    private static final Pattern BEGUN = Pattern.compile("(?<lead>\\s*(?:-\\s+)*)(?<word>[\\w$./-]*)");
    private static final Pattern COMMENT = Pattern.compile("(?:^|.*\\s)#.*");

    /** Empty where nothing can be proposed: in a comment, a list, or the middle of a text. */
    static Optional<CaretPlace> of(String text, int caret) {
        int start = text.lastIndexOf('\n', caret - 1) + 1;
        var before = text.substring(start, caret);
        if (COMMENT.matcher(before).matches()) {
            return Optional.empty();
        }
        var above = text.substring(0, start).lines().toList();
        int end = text.indexOf('\n', caret);
        var below =
                end < 0 ? List.<String>of() : text.substring(end + 1).lines().toList();
        return of(before, new Level(above, below));
    }

    private static Optional<CaretPlace> of(String before, Level level) {
        Matcher begun = BEGUN.matcher(before);
        if (begun.matches()) {
            int indent = begun.group("lead").length();
            return Optional.of(
                    new CaretPlace(level.parents(indent), false, begun.group("word"), level.siblings(indent), indent));
        }
        Matcher key = KEY.matcher(before);
        if (!key.matches() || key.group("rest") == null) {
            return Optional.empty();
        }
        int indent = key.group("lead").length();
        var path = new ArrayList<>(level.parents(indent));
        path.add(key.group("key"));
        return inValue(path, key.group("rest"), indent);
    }

    /** A plain value, or one written in braces on the same line. */
    private static Optional<CaretPlace> inValue(List<String> path, String rest, int indent) {
        if (!rest.startsWith("{")) {
            return rest.matches("[\\w.-]*")
                    ? Optional.of(new CaretPlace(path, true, rest, Set.of(), indent))
                    : Optional.empty();
        }
        var siblings = new LinkedHashSet<String>();
        int from = 1;
        int depth = 0;
        for (int i = 1; i < rest.length(); i++) {
            char c = rest.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                siblings.add(rest.substring(from, i).split(":", 2)[0].strip());
                from = i + 1;
            }
        }
        return depth < 0
                ? Optional.empty()
                : inBraces(path, rest.substring(from).stripLeading(), siblings, indent);
    }

    private static Optional<CaretPlace> inBraces(List<String> path, String part, Set<String> siblings, int indent) {
        Matcher key = KEY.matcher(part);
        if (key.matches() && key.group("rest") != null) {
            var longer = new ArrayList<>(path);
            longer.add(key.group("key"));
            return inValue(longer, key.group("rest"), indent);
        }
        return part.matches("[\\w$./-]*")
                ? Optional.of(new CaretPlace(path, false, part, siblings, indent))
                : Optional.empty();
    }

    /** The lines around the caret. */
    private record Level(List<String> above, List<String> below) {

        List<String> parents(int indent) {
            var parents = new ArrayList<String>();
            int inner = indent;
            for (int i = above.size() - 1; i >= 0 && inner > 0; i--) {
                Matcher key = KEY.matcher(above.get(i));
                if (key.matches() && key.group("lead").length() < inner) {
                    parents.add(key.group("key"));
                    inner = key.group("lead").length();
                }
            }
            Collections.reverse(parents);
            return parents;
        }

        Set<String> siblings(int indent) {
            var siblings = new LinkedHashSet<String>();
            for (int i = above.size() - 1; i >= 0 && take(above.get(i), indent, siblings); i--) {}
            for (int i = 0; i < below.size() && take(below.get(i), indent, siblings); i++) {}
            return siblings;
        }

        /** Whether the line still belongs to the level. */
        private static boolean take(String line, int indent, Set<String> siblings) {
            Matcher key = KEY.matcher(line);
            if (!key.matches()) {
                return true;
            }
            int lead = key.group("lead").length();
            if (lead == indent) {
                siblings.add(key.group("key"));
            }
            return lead >= indent && !(lead == indent && key.group("lead").contains("-"));
        }
    }
}

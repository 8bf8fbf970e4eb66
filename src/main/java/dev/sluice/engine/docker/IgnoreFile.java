package dev.sluice.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A {@code .dockerignore}: what of a folder is not sent to Docker. As Docker reads it: the last line that matches a path,
 * or a folder that it lies in, decides; a line that begins with {@code !} takes back what lines above it have left out.
 */
final class IgnoreFile {

    /** A line that cannot be understood, with its number. */
    static final class BadPattern extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        private BadPattern(int line, String pattern) {
            super("'" + pattern + "' in .dockerignore is no pattern");
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private record Rule(String text, Pattern pattern, boolean takesBack) {

        /** The path itself, or a folder above it. */
        boolean matches(String path) {
            for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
                if (pattern.matcher(path.substring(0, end)).matches()) {
                    return true;
                }
            }
            return false;
        }

        /** Whether something inside the folder may match. */
        boolean reachesInto(String folder) {
            int wild = indexOfWildcard();
            var fixed = text.substring(0, wild);
            return wild < text.length()
                    ? fixed.startsWith(folder + "/") || (folder + "/").startsWith(fixed)
                    : text.startsWith(folder + "/");
        }

        private int indexOfWildcard() {
            for (int i = 0; i < text.length(); i++) {
                if ("*?[\\".indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }
            return text.length();
        }
    }

    private final List<Rule> rules;

    private IgnoreFile(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static IgnoreFile parse(List<String> lines) throws BadPattern {
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < lines.size(); i++) {
            var line = (i == 0 ? lines.get(0).replaceFirst("^\uFEFF", "") : lines.get(i)).strip();
            if (!line.isEmpty() && !lines.get(i).startsWith("#")) {
                rule(line, i + 1).ifPresent(rules::add);
            }
        }
        return new IgnoreFile(rules);
    }

    private static Optional<Rule> rule(String line, int number) throws BadPattern {
        boolean takesBack = line.startsWith("!");
        var text = clean((takesBack ? line.substring(1) : line).strip());
        if (text.isEmpty()) {
            return Optional.empty(); // "/" and "." are the whole folder, which nobody means
        }
        try {
            return Optional.of(new Rule(text, Pattern.compile(regex(text)), takesBack));
        } catch (PatternSyntaxException e) {
            throw new BadPattern(number, line);
        }
    }

    /** Without {@code ./}, doubled slashes and the slashes at both ends; {@code a/../b} is {@code b}. */
    private static String clean(String pattern) {
        var parts = new ArrayList<String>();
        for (var part : pattern.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static String regex(String pattern) {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (pattern.startsWith("**", i)) {
                i += pattern.startsWith("**/", i) ? 2 : 1;
                regex.append(i == pattern.length() - 1 ? ".*" : "(.*/)?");
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(pattern.substring(++i, i + 1)));
            } else if (c == '[') {
                int close = pattern.indexOf(']', i + 2);
                var set = close < 0 ? pattern.substring(i) : pattern.substring(i + 1, close);
                // Without its end it is refused as Docker refuses it; within it Java knows signs that Docker does not.
                regex.append('[').append(set.replaceAll("[\\[&]", "\\\\$0")).append(close < 0 ? "" : "]");
                i = close < 0 ? pattern.length() : close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    /** @param path relative to the folder, with {@code /} between its parts */
    boolean leavesOut(String path) {
        boolean out = false;
        for (var rule : rules) {
            if (rule.takesBack() == out && rule.matches(path)) {
                out = !rule.takesBack();
            }
        }
        return out;
    }

    /** Whether the folder is left out and nothing in it is taken back, so that there is no need to look into it. */
    boolean leavesOutAllOf(String folder) {
        return leavesOut(folder) && rules.stream().noneMatch(rule -> rule.takesBack() && rule.reachesInto(folder));
    }
}

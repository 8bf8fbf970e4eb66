package dev.sluice.console.logs;

import java.util.List;
import java.util.regex.Pattern;

/** Words that are looked for in lines, in either case. No words stand in every line. */
final class Words {

    static final Words NONE = new Words("");

    private final String text;
    private final Pattern pattern;

    private Words(String text) {
        this.text = text;
        this.pattern = Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static Words of(String typed) {
        return new Words(typed.strip());
    }

    boolean areNone() {
        return text.isEmpty();
    }

    /** Where they stand in the text, in order; nowhere if there are none. */
    List<Span> in(String line) {
        return areNone()
                ? List.of()
                : pattern.matcher(line)
                        .results()
                        .map(found -> new Span(found.start(), found.end()))
                        .toList();
    }

    /** From a character to before another one. */
    record Span(int from, int to) {}

    boolean standIn(LogEntry entry) {
        return areNone() || pattern.matcher(entry.text()).find();
    }
}

package dev.sluice.console.edit;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.code.VariableLines;
import dev.sluice.console.support.diff.LineDiff;
import dev.sluice.console.support.diff.LineDiff.Kind;
import dev.sluice.console.support.diff.LineDiff.Row;
import java.util.List;

/** A difference that does not show the values of environment variables, which may be secrets. Pure. */
final class MaskedDiff {

    private final LineDiff clear;
    private final List<String> before;
    private final List<String> after;

    private MaskedDiff(String before, String after) {
        this.clear = LineDiff.of(before, after);
        this.before = VariableLines.readable(before);
        this.after = VariableLines.readable(after);
    }

    static LineDiff of(String before, String after) {
        var diff = new MaskedDiff(before, after);
        return new LineDiff(diff.clear.rows().stream().map(diff::masked).toList());
    }

    private Row masked(Row row) {
        var readable = readable(row);
        if (readable.equals(row.text())) {
            return row;
        }
        var word = Messages.of(isChanged(row, readable) ? "diff.hidden-changed" : "diff.hidden");
        return new Row(row.kind(), row.before(), row.after(), readable + word);
    }

    /** A line that stays may stand among the variables in one of the texts only; it is hidden then, too. */
    private String readable(Row row) {
        return switch (row.kind()) {
            case REMOVED -> before.get(row.before() - 1);
            case ADDED -> after.get(row.after() - 1);
            case SAME -> shorter(before.get(row.before() - 1), after.get(row.after() - 1));
        };
    }

    /** Whether the same variable has another value in the other text; else the two lines would look alike. */
    private boolean isChanged(Row row, String readable) {
        return row.kind() != Kind.SAME
                && clear.rows().stream()
                        .filter(other -> other.kind() != Kind.SAME && other.kind() != row.kind())
                        .filter(other -> readable(other).equals(readable))
                        .anyMatch(other -> !other.text().equals(row.text()));
    }

    private static String shorter(String one, String other) {
        return one.length() < other.length() ? one : other;
    }
}

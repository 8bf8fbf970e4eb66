package dev.sluice.console.support.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;

/** How one text becomes another: the lines that stay, go and come, in order. Pure. */
public record LineDiff(List<Row> rows) {

    public static final LineDiff NONE = new LineDiff(List.of());

    public LineDiff {
        rows = List.copyOf(rows);
    }

    /** What becomes of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** One line; its numbers count from 1 in the text before and after, and are 0 where it does not stand. */
    public record Row(Kind kind, int before, int after, String text) {}

    public static LineDiff of(String before, String after) {
        return of(before.lines().toList(), after.lines().toList());
    }

    public static LineDiff of(List<String> before, List<String> after) {
        var rows = new ArrayList<Row>();
        int old = 0;
        int now = 0;
        for (var delta : DiffUtils.diff(before, after).getDeltas()) {
            for (; old < delta.getSource().getPosition(); old++, now++) {
                rows.add(new Row(Kind.SAME, old + 1, now + 1, before.get(old)));
            }
            addChanged(rows, delta);
            old = end(delta.getSource());
            now = end(delta.getTarget());
        }
        for (; old < before.size(); old++, now++) {
            rows.add(new Row(Kind.SAME, old + 1, now + 1, before.get(old)));
        }
        return new LineDiff(rows);
    }

    /** Whether any line goes or comes. */
    public boolean isEmpty() {
        return rows.stream().allMatch(row -> row.kind() == Kind.SAME);
    }

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    private static void addChanged(List<Row> rows, AbstractDelta<String> delta) {
        int line = delta.getSource().getPosition();
        for (var text : delta.getSource().getLines()) {
            rows.add(new Row(Kind.REMOVED, ++line, 0, text));
        }
        line = delta.getTarget().getPosition();
        for (var text : delta.getTarget().getLines()) {
            rows.add(new Row(Kind.ADDED, 0, ++line, text));
        }
    }

    private static int end(Chunk<String> chunk) {
        return chunk.getPosition() + chunk.size();
    }
}

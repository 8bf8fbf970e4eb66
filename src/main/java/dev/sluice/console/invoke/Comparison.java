package dev.sluice.console.invoke;

import dev.sluice.comparison.Difference;
import dev.sluice.comparison.JsonDiff;
import dev.sluice.console.support.JsonText;
import dev.sluice.console.support.diff.LineDiff;
import java.util.Arrays;
import java.util.List;

/** Two answers beside each other, and what differs in their bodies. */
record Comparison(Side left, Side right, Verdict verdict) {

    /** So many lines of each are compared. */
    static final int MOST_LINES = 5_000;

    /** What came of comparing. */
    sealed interface Verdict {

        /** Byte by byte. */
        record Same() implements Verdict {}

        /** Both are JSON. Empty if only their spaces, the order of members or how numbers are written differ. */
        record ByPath(List<Difference> differences) implements Verdict {
            public ByPath {
                differences = List.copyOf(differences);
            }
        }

        /** At least one is no JSON, or of one only the beginning was kept. */
        record ByLine(LineDiff diff) implements Verdict {}
    }

    static Comparison of(Side left, Side right) {
        return new Comparison(left, right, verdict(left, right));
    }

    private static Verdict verdict(Side left, Side right) {
        if (left.size() == right.size() && Arrays.equals(left.body(), right.body())) {
            return new Verdict.Same();
        }
        return JsonDiff.between(left.text(), right.text())
                .<Verdict>map(Verdict.ByPath::new)
                .orElseGet(() -> new Verdict.ByLine(LineDiff.of(lines(left), lines(right))));
    }

    private static List<String> lines(Side side) {
        return JsonText.pretty(side.text()).lines().limit(MOST_LINES).toList();
    }
}

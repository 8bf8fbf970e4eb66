package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.diff.LineDiff.Kind;

/** A comparison in words. */
final class SideText {

    private SideText() {}

    static String name(Side side) {
        return side.by().isEmpty() ? Messages.of("invoke.router") : side.by();
    }

    static String verdict(Comparison comparison) {
        var text = words(comparison);
        boolean isCut = comparison.left().isCut() || comparison.right().isCut();
        return isCut ? text + " " + Messages.of("invoke.compare.cut") : text;
    }

    private static String words(Comparison comparison) {
        var verdict = comparison.verdict();
        if (verdict instanceof Comparison.Verdict.ByPath byPath) {
            int found = byPath.differences().size();
            if (found == 0) {
                return Messages.of("invoke.compare.same-values");
            }
            return Messages.of(found < JsonDiff.MOST ? "invoke.compare.by-path" : "invoke.compare.by-path-many", found);
        }
        return verdict instanceof Comparison.Verdict.ByLine byLine
                ? Messages.of(
                        "invoke.compare.by-line",
                        byLine.diff().count(Kind.REMOVED),
                        byLine.diff().count(Kind.ADDED),
                        name(comparison.left()),
                        name(comparison.right()))
                : Messages.of("invoke.compare.same");
    }
}

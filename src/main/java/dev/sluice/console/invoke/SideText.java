package dev.sluice.console.invoke;

import dev.sluice.comparison.JsonDiff;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.diff.LineDiff.Kind;

/** A comparison in words. */
final class SideText {

    private SideText() {}

    static String name(Side side) {
        return side.by().isEmpty() ? Messages.of("invoke.router") : side.by();
    }

    static String verdict(Comparison comparison) {
        var text = (failure(comparison) + " " + words(comparison)).strip();
        boolean isCut = comparison.left().isCut() || comparison.right().isCut();
        return isCut ? text + " " + Messages.of("invoke.compare.cut") : text;
    }

    /** An error and an answer differ in every value, which is not what there is to know; empty if both answered. */
    private static String failure(Comparison comparison) {
        var left = comparison.left();
        var right = comparison.right();
        if (left.isFailed() && right.isFailed()) {
            return Messages.of("invoke.compare.both-failed", name(left), text(left), name(right), text(right));
        }
        if (left.isFailed() || right.isFailed()) {
            var failed = left.isFailed() ? left : right;
            var other = left.isFailed() ? right : left;
            return Messages.of("invoke.compare.one-failed", name(failed), text(failed), name(other), text(other));
        }
        return "";
    }

    private static String text(Side side) {
        return String.valueOf(side.status());
    }

    private static String words(Comparison comparison) {
        var verdict = comparison.verdict();
        if (comparison.left().isFailed() != comparison.right().isFailed()) {
            return "";
        }
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

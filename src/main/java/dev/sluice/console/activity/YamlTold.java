package dev.sluice.console.activity;

import dev.sluice.console.support.diff.LineDiff;
import dev.sluice.domain.Deed;

/**
 * The YAML that an entry of the journal tells of: how the one before became the one after, or the only one that there
 * is, as a text. Values of environment variables are not in the journal, so there is none to hide. Pure.
 */
record YamlTold(LineDiff change, String only) {

    static YamlTold of(Deed deed) {
        var before = deed.before().described().orElse("");
        var after = deed.after().described().orElse("");
        return before.isEmpty() || after.isEmpty()
                ? new YamlTold(LineDiff.NONE, before + after)
                : new YamlTold(LineDiff.of(before, after), "");
    }

    boolean isAChange() {
        return !change.rows().isEmpty();
    }

    boolean isOneText() {
        return !only.isEmpty();
    }
}

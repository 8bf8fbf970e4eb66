package dev.sluice.console.activity;

import dev.sluice.domain.Activity;
import java.util.Locale;

/** An entry of the journal with the texts that its row shows; {@code moment} is the time with its whole date and the second. */
record ActivityRow(
        Activity entry,
        String time,
        String moment,
        String who,
        String what,
        String target,
        String before,
        String after) {

    /** Whether {@code words}, in small letters, stand somewhere in it; nothing stands everywhere. */
    boolean contains(String words) {
        return words.isEmpty()
                || String.join("\n", moment, who, what, target, before, after, entry.why(), reason())
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }

    /** What the one who did it gave as the reason. */
    String reason() {
        return entry.actor().reason();
    }
}

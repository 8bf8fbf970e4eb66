package dev.sluice.console.invoke;

import dev.sluice.console.support.FileSize;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Invocation.Target;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as its line in the history tells it from others.
 *
 * @param name under which it is saved
 */
record DraftText(Draft draft, Optional<String> name) {

    /** Far more than a line shows; a body may have megabytes. */
    private static final int MOST_SHOWN = 300;

    /** Those that only lay it out. */
    private static final Pattern SPACES_OF_JSON = Pattern.compile("(?<=[\\[{]) | (?=[\\]}])");

    /** What it is called, or the beginning of what it sends; method and path only where they are not those of scoring. */
    String brief() {
        var what = name.orElseGet(this::body);
        var usual = "POST /score".equals(line());
        return usual && !what.isEmpty() ? what : (line() + " " + what).strip();
    }

    /** With whom it asks, for a tooltip. */
    String whole() {
        var named = name.map(some -> some + "\n").orElse("");
        return (named + line() + ", " + whom() + "\n" + body()).strip();
    }

    /** Whom it asks, where that was not left to the traffic rules. */
    boolean isPinned() {
        return draft.target() instanceof Target.Pinned;
    }

    private String whom() {
        return RequestView.text(draft.target());
    }

    private String line() {
        return draft.head().method() + " " + draft.head().path();
    }

    private String body() {
        if (draft.content() instanceof Draft.Content.Text text) {
            var all = text.text();
            var begin = all.substring(0, Math.min(all.length(), MOST_SHOWN));
            return SPACES_OF_JSON.matcher(begin.strip().replaceAll("\\s+", " ")).replaceAll("")
                    + (begin.length() < all.length() ? "\u2026" : "");
        }
        return draft.content() instanceof Draft.Content.File file
                ? Messages.of(
                        "invoke.history.file", String.valueOf(file.path().getFileName()), FileSize.text(file.size()))
                : "";
    }
}

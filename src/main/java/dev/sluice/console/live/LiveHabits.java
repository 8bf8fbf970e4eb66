package dev.sluice.console.live;

import dev.sluice.console.support.PageSettings;
import java.util.Arrays;
import java.util.Optional;

/** How a user likes to look at what is measured; kept over the end of the program. */
record LiveHabits(Span span, boolean logarithmic, boolean asTable) {

    private static final String WINDOW = "window";
    private static final String LOGARITHMIC = "log";
    private static final String AS_TABLE = "table";

    /** What is not kept, or not known, is as it is at the first time. */
    static LiveHabits in(PageSettings kept) {
        return new LiveHabits(
                kept.get(WINDOW).flatMap(LiveHabits::span).orElse(Span.FIVE_MINUTES),
                kept.get(LOGARITHMIC).map(Boolean::parseBoolean).orElse(false),
                kept.get(AS_TABLE).map(Boolean::parseBoolean).orElse(false));
    }

    private static Optional<Span> span(String id) {
        return Arrays.stream(Span.values())
                .filter(choice -> choice.id().equals(id))
                .findFirst();
    }

    void keep(PageSettings settings) {
        settings.put(WINDOW, span.id());
        settings.put(LOGARITHMIC, String.valueOf(logarithmic));
        settings.put(AS_TABLE, String.valueOf(asTable));
    }
}

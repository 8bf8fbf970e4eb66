package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import java.util.List;

/** What the live page can show. */
final class LiveStates {

    private static final PageFleet SHADOW =
            PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10);

    static final List<State> ALL = States.commonAnd(
            "live",
            State.of("live-empty", in -> in.shows(SHADOW).turnTo("live")),
            State.of("live-shadow", in -> in.shows(SHADOW).turnTo("live").measured(PageSamples.fiveMinutes(NOON))));

    private LiveStates() {}
}

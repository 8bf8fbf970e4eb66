package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.metrics.MirrorLedger;
import java.util.List;

/** What the traffic page can show. */
final class TrafficStates {

    private static final PageFleet ALL_TO_BLUE = PageFleet.of(BLUE, GREEN).share(BLUE, 100);
    private static final PageFleet THREE =
            PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 50).share(CANARY, 30).share(GREEN, 20);

    static final List<State> ALL = States.commonAnd(
            "traffic",
            State.of("traffic-empty", in -> in.shows(PageFleet.of()).turnTo("traffic")),
            State.of(
                    "traffic-off",
                    in -> in.shows(PageFleet.of(BLUE, GREEN).creating(GREEN)).turnTo("traffic")),
            State.of(
                    "traffic-draft",
                    in -> in.shows(ALL_TO_BLUE)
                            .turnTo("traffic")
                            .measured(PageSamples.fiveMinutes(NOON))
                            .slide("#share-green", 10)),
            State.of(
                    "traffic-shadow",
                    in -> in.shows(ALL_TO_BLUE
                                    .mirror(GREEN, 10)
                                    .counted(new MirrorLedger(1204, 1187, 6, 4, 0, 3, 1, 3)))
                            .turnTo("traffic")),
            State.of(
                    "traffic-three",
                    in -> in.shows(THREE)
                            .turnTo("traffic")
                            .slide("#share-blue", 60)
                            .press("#share-lock-canary")));

    private TrafficStates() {}
}

package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;

import dev.sluice.console.PageAgreement;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Problem;
import dev.sluice.metrics.MirrorLedger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** What the traffic page can show. */
final class TrafficStates {

    private static final PageFleet ALL_TO_BLUE = PageFleet.of(BLUE, GREEN).share(BLUE, 100);
    private static final PageFleet TENTH =
            PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);
    private static final PageFleet THREE =
            PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 50).share(CANARY, 30).share(GREEN, 20);

    private static final Problem NOT_READY = Problem.of(
            Problem.Code.TRAFFIC_NOT_READY,
            "traffic.green",
            "green is not ready: its requests would fail",
            "wait until it has succeeded");

    static final List<State> ALL = States.commonAnd(
            "traffic",
            State.of("traffic-loading", in -> in.shows(TENTH).turnTo("traffic")),
            State.of("traffic-busy", in -> {
                in.desk.control.outcome = new CompletableFuture<>();
                measured(in).slide("#share-fade", 90).press("#traffic-apply");
            }),
            State.of(
                    "traffic-failed-deployment",
                    in -> in.shows(SampleFleets.greenFailed()).turnTo("traffic")),
            State.of(
                    "traffic-endpoint-gone",
                    in -> measured(in).slide("#share-fade", 90).shows(ALL_TO_BLUE.fleetOf(new EndpointName("churn")))),
            State.of(
                    "traffic-runtime-gone",
                    in -> measured(in).slide("#share-fade", 90).alone()),
            State.of("traffic-empty", in -> in.shows(PageFleet.of()).turnTo("traffic")),
            State.of(
                    "traffic-off",
                    in -> in.shows(PageFleet.of(BLUE, GREEN).creating(GREEN)).turnTo("traffic")),
            State.of(
                    "traffic-unknown",
                    in -> in.shows(ALL_TO_BLUE).turnTo("traffic").slide("#share-fade", 90)),
            State.of("traffic-draft", in -> measured(in).slide("#share-fade", 90)),
            State.of(
                    "traffic-overload",
                    in -> measured(in).slide("#share-fade", 60).slide("#mirror-share", 30)),
            State.of(
                    "traffic-applied",
                    in -> measured(in)
                            .slide("#share-fade", 90)
                            .press("#traffic-apply")
                            .shows(TENTH)),
            State.of(
                    "traffic-overtaken",
                    in -> measured(in)
                            .slide("#share-fade", 90)
                            .press("#traffic-apply")
                            .shows(TENTH)
                            .shows(PageFleet.of(BLUE, GREEN).share(BLUE, 60).share(GREEN, 40))
                            .keys(KeyCode.CONTROL, KeyCode.Z)),
            State.of("traffic-refused", in -> {
                var refused = new CompletableFuture<Outcome>();
                in.desk.control.outcome = refused;
                measured(in)
                        .slide("#share-fade", 90)
                        .press("#traffic-apply")
                        .shows(ALL_TO_BLUE.creating(GREEN))
                        .act(() -> refused.complete(new Outcome.Refused(List.of(NOT_READY))));
            }),
            State.of(
                    "traffic-turning-off",
                    in -> measured(in)
                            .act(() -> in.find("#traffic-live", Region.class).requestFocus())
                            .keys(KeyCode.SPACE)),
            State.of(
                    "traffic-carried-over",
                    in -> measured(in).slide("#share-fade", 70).shows(TENTH)),
            State.of(
                    "traffic-shadow",
                    in -> measured(in)
                            .act(() -> in.desk.control.agrees(PageAgreement.usual()))
                            .shows(ALL_TO_BLUE
                                    .mirror(GREEN, 10)
                                    .counted(new MirrorLedger(1204, 1187, 6, 4, 0, 3, 1, 3)))
                            .press("#agreement-place-1")),
            State.of(
                    "traffic-shadow-odd-answers",
                    in -> measured(in)
                            .act(() -> in.desk.control.agrees(PageAgreement.odd()))
                            .shows(ALL_TO_BLUE
                                    .mirror(GREEN, 50)
                                    .counted(new MirrorLedger(1204, 1187, 6, 4, 0, 3, 1, 3)))),
            State.of(
                    "traffic-shadow-of-nothing",
                    in -> in.shows(PageFleet.of(BLUE, GREEN).mirror(GREEN, 10)).turnTo("traffic")),
            State.of(
                    "traffic-three",
                    in -> in.shows(THREE)
                            .turnTo("traffic")
                            .slide("#share-blue", 60)
                            .act(() ->
                                    in.find("#share-divider-blue", Region.class).requestFocus())),
            State.of(
                    "traffic-three-locked",
                    in -> in.shows(THREE)
                            .turnTo("traffic")
                            .slide("#share-blue", 60)
                            .press("#share-lock-canary")),
            State.of(
                    "traffic-gave-way",
                    in -> in.shows(THREE)
                            .turnTo("traffic")
                            .slide("#share-green", 30)
                            .slide("#share-canary", 30)),
            State.of(
                    "traffic-wrong-numbers",
                    in -> measured(in)
                            .slide("#share-fade", 90)
                            .type("#share-number-green .text-field", "33.3")
                            .type("#mirror-number .text-field", "60")),
            State.of(
                    "traffic-wrong-number-locked",
                    in -> in.shows(THREE)
                            .turnTo("traffic")
                            .slide("#share-blue", 60)
                            .press("#share-lock-canary")
                            .type("#share-number-blue .text-field", "99")));

    private TrafficStates() {}

    /** All goes to blue, and it is known how fast both are. */
    private static Showcase measured(Showcase in) {
        return in.shows(ALL_TO_BLUE).turnTo("traffic").measured(minute());
    }

    private static List<TrafficSample> minute() {
        return IntStream.range(0, 60)
                .mapToObj(second -> PageSamples.of(
                        NOON.plusSeconds(second),
                        BLUE,
                        PageSamples.working(42, 12),
                        GREEN,
                        PageSamples.working(0, 3, Duration.ofMillis(90))))
                .toList();
    }
}

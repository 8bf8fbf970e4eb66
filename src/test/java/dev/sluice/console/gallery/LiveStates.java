package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;

import dev.sluice.console.BusySamples;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet;
import dev.sluice.control.TrafficSample;
import dev.sluice.metrics.Interval;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** What the live page can show. */
final class LiveStates {

    private static final PageFleet SHADOW =
            PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10);

    static final List<State> ALL = States.commonAnd(
            "live",
            (in, fleet) -> drawn(in),
            State.of("live-loading", in -> in.shows(SHADOW).turnTo("live")),
            State.of("live-runtime-gone", in -> {
                six(in);
                in.alone();
            }),
            State.of(
                    "live-not-read",
                    in -> in.shows(SHADOW).turnTo("traffic").alone().turnTo("live")),
            State.of("live-no-deployment", in -> in.shows(PageFleet.of()).turnTo("live")),
            State.of("live-no-traffic", in -> idle(in, PageFleet.of(BLUE, GREEN))),
            State.of("live-empty", in -> idle(in, SHADOW)),
            State.of("live-shadow", in -> filled(in, SHADOW.fleet(), busy(SHADOW.fleet()))),
            State.of("live-gaps", in -> filled(in, SHADOW.fleet(), PageSamples.fiveMinutes(NOON))),
            State.of("live-six", LiveStates::six),
            State.of("live-log", in -> {
                six(in);
                in.press("#live-log");
            }),
            State.of("live-held", in -> {
                six(in);
                in.press("#live-window-1").press("#live-back").press("#live-back");
            }),
            State.of("live-crosshair", in -> {
                six(in);
                in.with("#live-charts", Node.class, Node::requestFocus).keys(KeyCode.LEFT);
            }),
            State.of("live-highlight", in -> {
                six(in);
                in.with(
                        "#live-newest",
                        TableView.class,
                        table -> table.getSelectionModel().select(1));
            }),
            State.of("live-table", in -> {
                six(in);
                in.press("#live-as-table");
            }));

    private LiveStates() {}

    private static void six(Showcase in) {
        filled(in, SampleFleets.crowded(), busy(SampleFleets.crowded()));
    }

    private static void filled(Showcase in, Fleet fleet, List<TrafficSample> samples) {
        in.shows(fleet).turnTo("live").measured(samples);
        drawn(in);
    }

    private static void drawn(Showcase in) {
        in.until(() -> !in.find("#live-newest", TableView.class).getItems().isEmpty());
    }

    /** A second was measured, and nothing happened in it. */
    private static void idle(Showcase in, PageFleet fleet) {
        var reading = Messages.of("live.empty.loading");
        var nothing = PageSamples.of(NOON, BLUE, Interval.EMPTY, GREEN, Interval.EMPTY);
        in.shows(fleet)
                .turnTo("live")
                .measured(List.of(BusySamples.with(nothing, fleet.routing(), List.of(), List.of())))
                .until(() -> !reading.equals(
                        in.find("#live-reason-latency", Label.class).getText()));
    }

    private static List<TrafficSample> busy(Fleet fleet) {
        return BusySamples.of(fleet.endpoints().get(0), NOON, 300);
    }
}

package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.NOON;

import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import java.util.List;
import java.util.stream.Stream;

/** All states of all pages. */
final class States {

    private States() {}

    static Stream<State> all() {
        return Stream.of(
                        ShellStates.ALL,
                        OverviewStates.ALL,
                        TrafficStates.ALL,
                        LiveStates.ALL,
                        InvokeStates.ALL,
                        LogsStates.ALL,
                        ActivityStates.ALL,
                        AssetsStates.ALL)
                .flatMap(List::stream);
    }

    /** The states that no page escapes: one deployment, twenty, very long names; with requests coming in. */
    static Stream<State> common(String page) {
        return Stream.of(
                State.of(
                        page + "-one",
                        in -> in.shows(SampleFleets.blueLive())
                                .turnTo(page)
                                .measured(PageSamples.fiveMinutes(SampleFleets.blueLive(), NOON))),
                State.of(
                        page + "-twenty",
                        in -> in.shows(SampleFleets.twenty())
                                .turnTo(page)
                                .measured(PageSamples.fiveMinutes(SampleFleets.twenty(), NOON))),
                State.of(
                        page + "-long-names",
                        in -> in.shows(SampleFleets.longNames())
                                .turnTo(page)
                                .measured(PageSamples.fiveMinutes(SampleFleets.longNames(), NOON))));
    }

    static List<State> commonAnd(String page, State... own) {
        return Stream.concat(common(page), Stream.of(own)).toList();
    }
}

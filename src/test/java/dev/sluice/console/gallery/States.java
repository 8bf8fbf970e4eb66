package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.NOON;
import static java.util.stream.Collectors.toSet;

import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import dev.sluice.control.Fleet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
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
                        AssetsStates.ALL,
                        JobsStates.ALL,
                        FormStates.ALL)
                .flatMap(List::stream);
    }

    /** One of each page, that with the most in it: what has room here, in whatever look, has room in the others. */
    static Set<State> fullest() {
        return Stream.of(
                        "shell-welcome",
                        "overview-long-names",
                        "overview-deployment-long-names",
                        "traffic-long-names",
                        "live-long-names",
                        "invoke-long-names",
                        "logs-long-names",
                        "activity-long-names",
                        "assets-long-names",
                        "jobs-long-names",
                        "form-new-deployment-long-names",
                        "form-settings-long-names")
                .map(States::named)
                .collect(toSet());
    }

    private static State named(String name) {
        return all().filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no state " + name));
    }

    /**
     * The states that no page escapes: one deployment, twenty, very long names; with requests coming in.
     *
     * @param filled brings what there is to be seen of such a fleet into its page, and waits until it is there
     */
    static Stream<State> common(String page, BiConsumer<Showcase, Fleet> filled) {
        return Stream.of(
                common(page + "-one", page, SampleFleets.blueLive(), filled),
                common(page + "-twenty", page, SampleFleets.twenty(), filled),
                common(page + "-long-names", page, SampleFleets.longNames(), filled));
    }

    private static State common(String name, String page, Fleet fleet, BiConsumer<Showcase, Fleet> filled) {
        return State.of(name, in -> {
            in.shows(fleet).turnTo(page).measured(PageSamples.fiveMinutes(fleet, NOON));
            filled.accept(in, fleet);
        });
    }

    static List<State> commonAnd(String page, BiConsumer<Showcase, Fleet> filled, State... own) {
        return Stream.concat(common(page, filled), Stream.of(own)).toList();
    }

    /** Of a page that shows nothing but fleets and measurements. */
    static List<State> commonAnd(String page, State... own) {
        return commonAnd(page, (in, fleet) -> {}, own);
    }
}

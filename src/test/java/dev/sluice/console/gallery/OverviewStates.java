package dev.sluice.console.gallery;

import dev.sluice.console.SampleFleets;
import java.util.List;

/** What the pages of an endpoint and of a deployment can show. */
final class OverviewStates {

    static final List<State> ALL = States.commonAnd(
            "overview",
            State.of("overview-endpoint-only", in -> in.shows(SampleFleets.endpointOnly())),
            State.of(
                    "overview-creating", in -> in.shows(SampleFleets.creating()).choose("blue")),
            State.of("overview-shadow", in -> in.shows(SampleFleets.greenShadow())),
            State.of("overview-keys-shown", in -> in.shows(SampleFleets.split()).press("#overview-reveal")),
            State.of(
                    "overview-delete-question",
                    in -> in.shows(SampleFleets.split()).press("#overview-delete")),
            State.of("overview-deployment", in -> in.shows(SampleFleets.split()).choose("blue")),
            State.of(
                    "overview-failed",
                    in -> in.shows(SampleFleets.greenFailed()).choose("green")),
            State.of("overview-crowded", in -> in.shows(SampleFleets.crowded())));

    private OverviewStates() {}
}

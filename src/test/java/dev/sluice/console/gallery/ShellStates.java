package dev.sluice.console.gallery;

import dev.sluice.console.SampleFleets;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;

/** What the window's frame can show, with its forms and notices. */
final class ShellStates {

    static final List<State> ALL = List.of(
            State.of("shell-loading", in -> {}),
            State.of("shell-welcome", in -> in.shows(SampleFleets.empty())),
            State.of(
                    "shell-new-endpoint",
                    in -> in.shows(SampleFleets.empty())
                            .press("#shell-new-endpoint")
                            .type("#create-endpoint-name", "9-churn")),
            State.of(
                    "shell-new-deployment",
                    in -> in.shows(SampleFleets.endpointOnly()).press("#overview-first-deployment")),
            State.of("shell-new-deployment-from-yaml", in -> {
                in.desk.toPick.add(Path.of("blue-deployment.yml"));
                in.shows(SampleFleets.endpointOnly()).press("#shell-open");
            }),
            State.of("shell-jobs", in -> in.shows(SampleFleets.creating()).press("#status-jobs")),
            State.of("shell-notices", in -> in.shows(SampleFleets.crowded()).act(() -> fail(in))));

    private ShellStates() {}

    private static void fail(Showcase in) {
        in.desk.notices.refused(
                "The traffic was not changed",
                List.of(Problem.of(
                                Problem.Code.TRAFFIC_TOTAL,
                                "traffic",
                                "the shares must add up to 0 or 100; they add up to 90",
                                "give the remaining 10 % to one of the deployments")
                        .at(new Place("endpoint.yml", 4, 3))));
        in.desk.notices.failed(
                "diabetes/blue was not scaled", new IllegalStateException("the store is locked by another program"));
    }
}

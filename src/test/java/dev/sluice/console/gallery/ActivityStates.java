package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;

import dev.sluice.console.PageFleet;
import dev.sluice.console.SampleActivity;
import dev.sluice.console.SampleFleets;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Problem;
import java.util.List;
import javafx.scene.control.TableView;

/** What the activity page can show. */
final class ActivityStates {

    private static final PageFleet SPLIT =
            PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);

    private static final String UNREADABLE = "the journal's file /home/ada/.sluice/journal could not be read";

    static final List<State> ALL = States.commonAnd(
            "activity",
            ActivityStates::became,
            State.of("activity-loading", in -> in.slow().shows(SPLIT).turnTo("activity")),
            State.of(
                    "activity-not-read",
                    in -> in.unable(UNREADABLE).shows(SPLIT).turnTo("activity")),
            State.of("activity-restoring", ActivityStates::restoring),
            State.of("activity-restore-refused", in -> {
                restoring(in);
                in.refusing(Problem.of(
                        Problem.Code.TRAFFIC_NOT_READY,
                        "traffic.blue",
                        "blue is not ready: its requests would fail",
                        "wait until it has succeeded"));
            }),
            State.of("activity-older-failed", ActivityStates::withoutOlder),
            State.of("activity-runtime-gone", in -> {
                rollout(in);
                in.alone();
            }),
            State.of("activity-empty", in -> in.shows(SPLIT).turnTo("activity")),
            State.of(
                    "activity-without-endpoints",
                    in -> in.shows(SampleFleets.empty())
                            .turnTo("activity")
                            .journaled(SampleActivity.rollout())
                            .until(() -> !table(in).getItems().isEmpty())),
            State.of("activity-rollout", ActivityStates::rollout),
            State.of("activity-gone", in -> {
                rollout(in);
                choose(in, 0);
                in.shows(PageFleet.of(BLUE).share(BLUE, 100));
            }),
            State.of("activity-yaml", in -> {
                rollout(in);
                choose(in, 7);
            }),
            State.of("activity-change", in -> {
                in.shows(SPLIT)
                        .turnTo("activity")
                        .journaled(List.of(SampleActivity.edit()))
                        .until(() -> !table(in).getItems().isEmpty());
                choose(in, 0);
            }),
            State.of("activity-refused", in -> {
                rollout(in);
                choose(in, 3);
            }),
            State.of("activity-nothing-found", in -> {
                rollout(in);
                in.type("#activity-filter", "zebra");
            }));

    private ActivityStates() {}

    private static void became(Showcase in, Fleet fleet) {
        in.journaled(SampleActivity.of(fleet.endpoints().get(0)))
                .until(() -> !table(in).getItems().isEmpty());
    }

    /** The journal is longer than a page of it, and the one before cannot be told. */
    private static void withoutOlder(Showcase in) {
        in.unable(UNREADABLE)
                .shows(SPLIT)
                .turnTo("activity")
                .journaled(SampleActivity.scalings(1_000))
                .until(() -> !table(in).getItems().isEmpty());
        in.press("#activity-older");
    }

    private static void restoring(Showcase in) {
        rollout(in);
        choose(in, 10);
        in.busy().press("#activity-restore");
    }

    private static void rollout(Showcase in) {
        in.shows(SPLIT)
                .turnTo("activity")
                .journaled(SampleActivity.rollout())
                .until(() -> !table(in).getItems().isEmpty());
    }

    private static void choose(Showcase in, int row) {
        in.act(() -> table(in).getSelectionModel().select(row));
    }

    private static TableView<?> table(Showcase in) {
        return in.find("#activity-table", TableView.class);
    }
}

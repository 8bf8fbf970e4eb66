package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.SampleFleets;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentState;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** What the logs page can show. */
final class LogsStates {

    private static final PageFleet SPLIT =
            PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10).sized(2, 1);
    private static final int KEPT = 10_000;
    private static final int WRITTEN = KEPT + 2_000;

    static final List<State> ALL = States.commonAnd(
            "logs",
            (in, fleet) -> in.loggedByEach(fleet, LogsStates::some)
                    .until(() ->
                            !in.find("#logs-lines", ListView.class).getItems().isEmpty()),
            State.of("logs-loading", in -> in.slow().shows(SPLIT).turnTo("logs")),
            State.of(
                    "logs-not-read",
                    in -> in.unable("/home/ada/.sluice/logs/diabetes/blue.log: Permission denied")
                            .shows(SPLIT)
                            .turnTo("logs")),
            State.of("logs-failed-deployment", LogsStates::failed),
            State.of("logs-runtime-gone", in -> {
                follow(in);
                in.alone();
            }),
            State.of("logs-empty", in -> in.shows(SPLIT).turnTo("logs")),
            State.of("logs-following", LogsStates::follow),
            State.of("logs-paused", in -> {
                follow(in);
                in.with("#logs-lines", Node.class, Node::requestFocus)
                        .keys(KeyCode.PAGE_UP)
                        .logged(PageAnswers.log(WRITTEN + 31).skip(WRITTEN))
                        .with("#logs-wrap", ToggleButton.class, ToggleButton::fire);
            }),
            State.of("logs-search", in -> {
                follow(in);
                in.type("#logs-search", "keyerror");
            }),
            State.of("logs-errors", in -> {
                crash(in);
                in.with(
                        "#logs-levels",
                        ComboBox.class,
                        levels -> levels.getSelectionModel().select(2));
            }),
            State.of("logs-ended", in -> {
                crash(in);
                in.with(
                        "#logs-instance",
                        ComboBox.class,
                        instances -> instances.getSelectionModel().select(1));
            }),
            State.of("logs-nothing-found", in -> {
                follow(in);
                in.type("#logs-filter", "zebra");
            }),
            State.of("logs-request", LogsStates::oneRequest),
            State.of("logs-request-traceback", in -> {
                crash(in);
                in.type("#logs-filter", "keyerror: 'data'");
            }),
            State.of("logs-cleared", in -> {
                follow(in);
                in.press("#logs-clear");
            }));

    private LogsStates() {}

    private static Stream<LogLine> some(DeploymentView deployment) {
        return by(deployment, PageAnswers.log(24).map(LogLine::text));
    }

    private static Stream<LogLine> by(DeploymentView deployment, Stream<String> lines) {
        var instance = deployment.instances().get(0).name();
        return lines.map(line -> new LogLine(instance, line));
    }

    /** Green did not come up: what it wrote last is all there is. */
    private static void failed(Showcase in) {
        var fleet = SampleFleets.greenFailed();
        var green = fleet.deployment(SampleFleets.GREEN).orElseThrow();
        var failed = (DeploymentState.Failed) green.state();
        in.shows(fleet)
                .choose("green")
                .turnTo("logs")
                .logged(failed.lastLines().stream().map(line -> new LogLine("green-a1f3", line)))
                .until(() -> !in.find("#logs-lines", ListView.class).getItems().isEmpty());
    }

    /** What blue wrote of a request, and what its shadow wrote of the copy. */
    private static void oneRequest(Showcase in) {
        var id = "7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa";
        var written = Stream.of(
                        "2026-03-01 12:00:04,113 I [53] sluice.user_script - req=" + id + " 3 rows, 10 columns",
                        "2026-03-01 12:00:04,119 I [53] sluice.access - POST /score 200 5.1ms 84 " + id)
                .toList();
        var fleet = PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).fleet();
        in.given(written)
                .shows(fleet)
                .turnTo("logs")
                .loggedByEach(fleet, LogsStates::some)
                .loggedByEach(fleet, deployment -> by(deployment, written.stream()))
                .until(() -> in.find("#logs-lines", ListView.class).getItems().size() == 52);
        in.with(
                        "#logs-lines",
                        ListView.class,
                        lines -> lines.getSelectionModel()
                                .select(lines.getItems().size() - 1))
                .press("#logs-request")
                .until(() -> in.find("#logs-lines", ListView.class).getItems().size() == 4);
    }

    /** Blue's first instance ends in a traceback, and another one takes its place. */
    private static void crash(Showcase in) {
        in.shows(SPLIT)
                .choose("blue")
                .turnTo("logs")
                .logged(Stream.of(
                                "2026-03-01 11:58:02,113 I [53] sluice.access - POST /score 200 5.1ms 84 c1f0-17",
                                "2026-03-01 11:58:02,508 E [53] sluice.user_script - Traceback (most recent call last):",
                                "  File \"/code/score.py\", line 31, in run",
                                "    rows = json.loads(raw)[\"data\"]",
                                "KeyError: 'data'",
                                "2026-03-01 11:58:03,000 E [0] sluice - instance blue-0 has ended: killed by signal 9")
                        .map(line -> new LogLine("blue-0", line)))
                .logged(PageAnswers.log(40))
                .until(() -> in.find("#logs-lines", ListView.class).getItems().size() > 40);
    }

    /** More lines than are kept. */
    private static void follow(Showcase in) {
        in.shows(SPLIT)
                .choose("blue")
                .turnTo("logs")
                .logged(PageAnswers.log(WRITTEN))
                .until(() -> in.find("#logs-lines", ListView.class).getItems().size() == KEPT);
    }
}

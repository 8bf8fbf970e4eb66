package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** What the logs page can show. */
final class LogsStates {

    private static final PageFleet SPLIT =
            PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);
    private static final int KEPT = 10_000;

    static final List<State> ALL = States.commonAnd(
            "logs",
            State.of("logs-empty", in -> in.shows(SPLIT).turnTo("logs")),
            State.of("logs-following", LogsStates::follow),
            State.of("logs-paused", in -> {
                follow(in);
                in.with("#logs-lines", ListView.class, ListView::requestFocus)
                        .keys(KeyCode.PAGE_UP)
                        .logged(PageAnswers.log(31))
                        .with("#logs-wrap", ToggleButton.class, ToggleButton::fire);
            }));

    private LogsStates() {}

    /** More lines than are kept. */
    private static void follow(Showcase in) {
        in.shows(SPLIT)
                .turnTo("logs")
                .logged(PageAnswers.log(KEPT + 2_000))
                .until(() -> in.find("#logs-lines", ListView.class).getItems().size() == KEPT);
    }
}

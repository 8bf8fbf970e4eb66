package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.control.Answer;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TitledPane;

/** What the invoke page can show. */
final class InvokeStates {

    private static final PageFleet SPLIT =
            PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);

    static final List<State> ALL = States.commonAnd(
            "invoke",
            State.of("invoke-start", in -> in.shows(SPLIT).turnTo("invoke")),
            State.of("invoke-busy", in -> in.shows(SPLIT).turnTo("invoke").press("#invoke-send")),
            State.of(
                    "invoke-burst",
                    in -> in.shows(SPLIT)
                            .turnTo("invoke")
                            .answering(predictions(21))
                            .press("#invoke-send")
                            .press("#invoke-burst-start")),
            State.of(
                    "invoke-424",
                    in -> in.shows(SPLIT)
                            .turnTo("invoke")
                            .answering(PageAnswers.modelError("green"))
                            .press("#invoke-send")
                            .with("#invoke-headers", TitledPane.class, headers -> headers.setExpanded(true))));

    private InvokeStates() {}

    private static Answer[] predictions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PageAnswers.predictions(i % 10 == 4 ? "green" : "blue", 8 + i % 7))
                .toArray(Answer[]::new);
    }
}

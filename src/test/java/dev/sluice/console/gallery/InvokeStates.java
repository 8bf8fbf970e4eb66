package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.support.code.CodeEditor;
import dev.sluice.control.Answer;
import dev.sluice.control.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Pane;

/** What the invoke page can show. */
final class InvokeStates {

    private static final PageFleet SPLIT =
            PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);
    private static final PageFleet MIRRORED =
            PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10);

    static final List<State> ALL = States.commonAnd(
            "invoke",
            InvokeStates::answered,
            State.of("invoke-no-deployment", in -> open(in, PageFleet.of())),
            State.of("invoke-loading", in -> request(open(in, SPLIT), 1).press("#invoke-form-ask")),
            State.of("invoke-wrong-number", in -> open(in, SPLIT).type("#invoke-seconds .text-field", "100000")),
            State.of(
                    "invoke-busy-load",
                    in -> open(in, SPLIT)
                            .answeringInTime(Arrays.copyOf(answers(), 7))
                            .press("#invoke-burst-start")
                            .act(() -> in.desk.clock.forward(1))
                            .until(() -> sent(in, 8)
                                    && in.find("#status-jobs", Labeled.class)
                                            .getText()
                                            .contains("8"))),
            State.of("invoke-busy-compare", in -> answer(open(in, SPLIT), 2).press("#invoke-compare-send")),
            State.of("invoke-failed", in -> {
                var reason = "nothing answers at 127.0.0.1:8410: connection refused";
                in.given(reason);
                in.desk.control.answer = CompletableFuture.failedFuture(new IllegalStateException(reason));
                open(in, SPLIT).press("#invoke-send");
            }),
            State.of("invoke-not-kept", InvokeStates::notKept)
                    .upon(Setting.USUAL.keepingRequestsIn(InvokeStates::spoiltFolder)),
            State.of(
                    "invoke-runtime-gone",
                    in -> open(in, SPLIT)
                            .answering(PageAnswers.predictions("blue", 9))
                            .press("#invoke-send")
                            .alone()),
            State.of("invoke-start", in -> open(in, SPLIT)),
            State.of("invoke-busy", in -> open(in, SPLIT).press("#invoke-send")),
            State.of(
                    "invoke-burst",
                    in -> open(in, SPLIT)
                            .answeringInTime(answers())
                            .press("#invoke-burst-start")
                            .until(() -> sent(in, 20)
                                    && !in.find("#invoke-burst-start", Node.class)
                                            .isDisabled())
                            .answering(PageAnswers.predictions("blue", 9))
                            .press("#invoke-send")),
            State.of(
                    "invoke-424",
                    in -> open(in, SPLIT)
                            .answering(PageAnswers.modelError("green"))
                            .press("#invoke-send")
                            .with("#invoke-headers", TitledPane.class, headers -> headers.setExpanded(true))),
            State.of(
                    "invoke-wrong",
                    in -> request(open(in, SPLIT), 0)
                            .with("#invoke-body", CodeEditor.class, body -> body.setText("{\n  \"data\": [1, oops]\n}"))
                            .type("#invoke-path", "score")
                            .press("#invoke-send")),
            State.of("invoke-file", in -> {
                in.desk.toPick.add(Path.of("/bin/sh"));
                open(in, SPLIT).press("#invoke-file");
            }),
            State.of(
                    "invoke-form",
                    in -> request(open(in, SPLIT), 1)
                            .answering(PageAnswers.openApi())
                            .press("#invoke-form-ask")),
            State.of("invoke-headers", in -> request(open(in, SPLIT), 2).press("#invoke-header-add")),
            State.of("invoke-code", in -> request(open(in, SPLIT), 3)),
            State.of("invoke-no-shadow", in -> answer(open(in, SPLIT), 1)),
            State.of("invoke-shadow", in -> {
                in.desk.control.shadowAnswers.put(
                        PageAnswers.predictions("blue", 9).requestId(), PageAnswers.ofShadow(GREEN));
                answer(
                        open(in, MIRRORED)
                                .answering(PageAnswers.predictions("blue", 9))
                                .press("#invoke-send"),
                        1);
            }),
            State.of("invoke-nothing-to-compare", in -> answer(open(in, SPLIT), 2)),
            State.of(
                    "invoke-compare-paths",
                    in -> answer(open(in, SPLIT), 2)
                            .answering(PageAnswers.predictions("blue", 9), PageAnswers.otherPredictions("green", 8))
                            .press("#invoke-compare-send")),
            State.of(
                    "invoke-compare-lines",
                    in -> answer(open(in, SPLIT), 2)
                            .answering(PageAnswers.predictions("blue", 9), PageAnswers.modelError("green"))
                            .press("#invoke-compare-send")));

    private InvokeStates() {}

    /** Each deployment with live traffic has answered once. */
    private static void answered(Showcase in, Fleet fleet) {
        for (var name : fleet.endpoints().get(0).routing().traffic().shares().keySet()) {
            in.answering(PageAnswers.predictions(name.text(), 9)).press("#invoke-send");
        }
    }

    private static boolean sent(Showcase in, int requests) {
        return in.find("#invoke-burst-summary", Labeled.class).getText().contains(requests + " ");
    }

    /** Earlier requests cannot be read, and this one cannot be written. */
    private static void notKept(Showcase in) {
        open(in, SPLIT)
                .answering(PageAnswers.predictions("blue", 9))
                .press("#invoke-send")
                .until(() -> in.find(".notices", Pane.class).getChildren().size() == 2);
        in.given(in.desk.notices.notices()); // they name a folder that is new each time
    }

    private static Path spoiltFolder() {
        try {
            var folder = Files.createTempDirectory("requests");
            Files.writeString(folder.resolve("requests.json"), "[{");
            Files.createDirectory(folder.resolve("lock"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Showcase open(Showcase in, PageFleet fleet) {
        return in.shows(fleet).turnTo("invoke");
    }

    private static Showcase request(Showcase in, int tab) {
        return turn(in, "#invoke-request-tabs", tab);
    }

    private static Showcase answer(Showcase in, int tab) {
        return turn(in, "#invoke-answer-tabs", tab);
    }

    private static Showcase turn(Showcase in, String tabs, int tab) {
        return in.with(tabs, TabPane.class, pane -> pane.getSelectionModel().select(tab));
    }

    private static Answer[] answers() {
        return IntStream.range(0, 20)
                .mapToObj(i -> i == 8
                        ? PageAnswers.modelError("green")
                        : PageAnswers.predictions(i % 10 == 4 ? "green" : "blue", 8 + i % 7))
                .toArray(Answer[]::new);
    }
}

package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.comparison.Difference;
import dev.sluice.console.PageAnswers;
import dev.sluice.console.TestBench;
import dev.sluice.console.invoke.Comparison.Verdict;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CompareModelTest {

    private static final Draft DRAFT =
            new Draft(new Target.ByTraffic(), new Head("POST", "/score", List.of()), new Draft.Content.Text("{}"));

    private final TestBench desk = new TestBench();
    private final RequestBook book = RequestBook.forNow(Runnable::run, desk.notices);
    private final CompareModel compare =
            new CompareModel(desk.control, Runnable::run, Runnable::run, desk.bench.clock(), book);

    @Test
    void both_are_sent_the_same_request_and_what_they_say_is_compared() {
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        desk.control.answers.add(PageAnswers.modelError("green"));

        compare.sendToBoth(DIABETES, DRAFT, BLUE, GREEN);

        assertThat(desk.control.invocations)
                .extracting(sent -> sent.target())
                .containsExactly(new Target.Pinned(BLUE), new Target.Pinned(GREEN));
        var shown = compare.shownProperty().get().orElseThrow();
        assertThat(shown.left().by()).isEqualTo("blue");
        assertThat(shown.right().status()).isEqualTo(424);
        assertThat(shown.verdict()).isInstanceOf(Verdict.ByLine.class);
        assertThat(book.history()).hasSize(2);
        assertThat(compare.busyProperty().get()).isFalse();
    }

    @Test
    void long_answers_are_compared_in_the_background_however_they_came() {
        var background = new ArrayDeque<Runnable>();
        var model = new CompareModel(desk.control, Runnable::run, background::add, desk.bench.clock(), book);
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        desk.control.answers.add(PageAnswers.otherPredictions("green", 9));

        model.sendToBoth(DIABETES, DRAFT, BLUE, GREEN);
        assertThat(model.shownProperty().get()).isEmpty();
        assertThat(model.busyProperty().get()).isTrue();
        background.remove().run();
        assertThat(model.shownProperty().get()).isPresent();

        model.compare(side("blue", "a"), side("blue", "b"));
        assertThat(model.busyProperty().get()).isTrue();
        background.remove().run();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void two_answers_are_compared_byte_by_byte_then_by_path_then_by_line() {
        assertThat(verdict("{\"a\": 1}", "{\"a\": 1}")).isEqualTo(new Verdict.Same());
        assertThat(verdict("{\"a\": 1}", "{\"a\": 1.0}")).isEqualTo(new Verdict.ByPath(List.of()));
        assertThat(verdict("{\"a\": 1}", "{\"a\": 2}"))
                .isEqualTo(new Verdict.ByPath(List.of(new Difference("$.a", "1", "2"))));
        assertThat(verdict("one\ntwo", "one\nthree")).isInstanceOf(Verdict.ByLine.class);
    }

    @Test
    void a_comparison_that_fails_says_why() {
        desk.control.answer = CompletableFuture.failedFuture(new IOException("connection refused"));

        compare.sendToBoth(DIABETES, DRAFT, BLUE, GREEN);

        assertThat(compare.problemProperty().get())
                .contains("cannot be compared")
                .contains("connection refused");
        assertThat(compare.busyProperty().get()).isFalse();
    }

    @Test
    void a_comparison_says_in_words_what_differs() {
        assertThat(words("{\"a\": 1}", "{\"a\": 2}")).isEqualTo("1 values differ.");
        assertThat(words("x", "x")).contains("byte by byte");
        assertThat(words("one", "two"))
                .isEqualTo("1 line only in the answer of blue (\u2212), 1 line only in the answer of green (+).");
    }

    @Test
    void that_one_failed_is_said_before_anything_that_differs() {
        assertThat(SideText.verdict(Comparison.of(side("blue", "{\"a\": 1}"), failed("green", 424, "{\"b\": 2}"))))
                .startsWith("green failed with 424, blue answered 200:")
                .doesNotContain("differ");
        assertThat(SideText.verdict(
                        Comparison.of(failed("blue", 429, "{\"a\": 1}"), failed("green", 424, "{\"a\": 2}"))))
                .isEqualTo("Both failed, blue with 429, green with 424. 1 values differ.");
    }

    private static String words(String left, String right) {
        return SideText.verdict(Comparison.of(side("blue", left), side("green", right)));
    }

    private static Verdict verdict(String left, String right) {
        return Comparison.of(side("blue", left), side("blue", right)).verdict();
    }

    private static Side side(String by, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Side(by, 200, Duration.ZERO, bytes, bytes.length, "");
    }

    private static Side failed(String by, int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Side(by, status, Duration.ZERO, bytes, bytes.length, "some-id");
    }
}

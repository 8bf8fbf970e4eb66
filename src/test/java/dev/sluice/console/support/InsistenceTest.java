package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import dev.sluice.domain.SampleSpecs;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class InsistenceTest {

    private static final Outcome TOO_MUCH = new Outcome.Refused(
            List.of(Problem.of(Problem.Code.OUT_OF_CAPACITY, "instance_count", "not enough memory: 4 of 3 GiB", "")));

    private static final Outcome UNDER_WAY = new Outcome.Refused(List.of(
            Problem.of(Problem.Code.UNDER_WAY, "name", "update deployment diabetes/blue is under way (job 7)", "")));

    private final FakeControl control = new FakeControl();
    private final PendingQuestion question = new PendingQuestion();

    @Test
    void c8_what_does_not_fit_is_asked_about_in_numbers_and_started_all_the_same_on_yes() {
        answers(TOO_MUCH);

        var outcome = scale();
        assertThat(question.openProperty().get())
                .hasValueSatisfying(asked -> assertThat(asked.consequence()).contains("4 of 3 GiB"));
        answers(new Outcome.Applied(2));
        question.answer(true);

        assertThat(outcome.toCompletableFuture()).isCompletedWithValueMatching(Outcome.Applied.class::isInstance);
        assertThat(control.asked).containsExactly("scale diabetes/blue 9", "beyond capacity", "scale diabetes/blue 9");
    }

    @Test
    void an_operation_that_has_not_ended_is_named_and_ended_for_the_command_on_yes() {
        answers(UNDER_WAY);

        var outcome = scale();
        assertThat(question.openProperty().get())
                .hasValueSatisfying(
                        asked -> assertThat(asked.consequence()).contains("Update deployment diabetes/blue"));
        answers(new Outcome.Applied(2));
        question.answer(true);

        assertThat(outcome.toCompletableFuture()).isCompletedWithValueMatching(Outcome.Applied.class::isInstance);
        assertThat(control.asked)
                .containsExactly("scale diabetes/blue 9", "instead of what runs", "scale diabetes/blue 9");
    }

    @Test
    void what_does_not_fit_either_once_the_operation_would_be_ended_is_asked_about_next() {
        answers(UNDER_WAY);
        scale();
        answers(TOO_MUCH);
        question.answer(true);

        assertThat(question.openProperty().get())
                .hasValueSatisfying(asked -> assertThat(asked.consequence()).contains("4 of 3 GiB"));
    }

    @Test
    void on_no_it_stays_refused_and_any_other_refusal_is_no_question() {
        answers(TOO_MUCH);
        var refused = scale();
        question.answer(false);
        assertThat(refused.toCompletableFuture()).isCompletedWithValue(TOO_MUCH);

        answers(new Outcome.Refused(List.of(Problem.of(Problem.Code.BUSY, "", "busy", ""))));
        assertThat(scale().toCompletableFuture()).isCompleted();
        assertThat(question.openProperty().get()).isEmpty();
        assertThat(control.asked).doesNotContain("beyond capacity");
    }

    private void answers(Outcome outcome) {
        control.outcome = CompletableFuture.completedFuture(outcome);
    }

    private CompletionStage<Outcome> scale() {
        return new Insistence(control, question, Runnable::run).give(runtime -> runtime.scale(SampleSpecs.BLUE, 9));
    }
}

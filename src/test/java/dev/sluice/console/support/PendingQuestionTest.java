package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.Dialogs.Question;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PendingQuestionTest {

    private static final Question FIRST = new Question("Delete blue?", "It goes.", "Delete blue");
    private static final Question SECOND = new Question("Delete green?", "It goes.", "Delete green");

    private final PendingQuestion questions = new PendingQuestion();

    @Test
    void is_open_until_it_is_answered() {
        var answer = questions.confirm(FIRST);
        assertThat(questions.openProperty().get()).contains(FIRST);

        questions.answer(true);

        assertThat(questions.openProperty().get()).isEmpty();
        assertThat(answer.toCompletableFuture()).isCompletedWithValue(true);
    }

    @Test
    void a_newer_question_answers_the_older_one_with_no() {
        CompletableFuture<Boolean> older = questions.confirm(FIRST).toCompletableFuture();

        questions.confirm(SECOND);

        assertThat(older).isCompletedWithValue(false);
        assertThat(questions.openProperty().get()).contains(SECOND);
    }
}

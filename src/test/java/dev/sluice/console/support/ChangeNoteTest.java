package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeNoteTest {

    private final ChangeNote note = new ChangeNote(Runnable::run);
    private final List<String> given = new ArrayList<>();
    private final CompletableFuture<Outcome> answer = new CompletableFuture<>();

    @BeforeEach
    void a_note_is_written_and_the_command_given() {
        note.textProperty().set("for Monday");
        note.with(this::give);
    }

    @Test
    void it_goes_with_one_command_and_not_with_the_next() {
        note.with(this::give);
        answer.complete(new Outcome.Applied(1));

        assertThat(given).containsExactly("for Monday", "");
        assertThat(written()).isEmpty();
    }

    @Test
    void it_is_there_for_the_next_attempt_when_the_command_is_refused() {
        assertThat(written()).isEmpty();

        answer.complete(new Outcome.Refused(List.of()));

        assertThat(written()).isEqualTo("for Monday");
    }

    @Test
    void it_is_there_again_when_the_runtime_fails_and_so_is_the_failure() {
        var told = note.with(this::give);

        answer.completeExceptionally(new IllegalStateException("gone"));

        assertThat(written()).isEqualTo("for Monday");
        assertThat(told.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void what_was_written_meanwhile_is_not_replaced() {
        note.textProperty().set("for Tuesday");

        answer.complete(new Outcome.Refused(List.of()));

        assertThat(written()).isEqualTo("for Tuesday");
    }

    private CompletionStage<Outcome> give(String why) {
        given.add(why);
        return answer;
    }

    private String written() {
        return note.textProperty().get();
    }
}

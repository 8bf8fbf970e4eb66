package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class NoticeBoardTest {

    private static final Problem TOTAL =
            Problem.of(Problem.Code.TRAFFIC_TOTAL, "traffic", "the shares add up to 90", "give 10 % to one");

    private final NoticeBoard board = new NoticeBoard(Runnable::run);

    @Test
    void a_command_that_was_applied_is_told_in_one_line() {
        board.follow(CompletableFuture.completedFuture(new Outcome.Applied(3)), "done", "not done");

        assertThat(board.notices()).containsExactly(new Notice.Done("done"));
    }

    @Test
    void a_command_that_was_refused_is_told_with_every_problem() {
        board.follow(CompletableFuture.completedFuture(new Outcome.Refused(List.of(TOTAL))), "done", "not done");

        assertThat(board.notices()).containsExactly(new Notice.Refused("not done", List.of(TOTAL)));
    }

    @Test
    void a_runtime_that_failed_is_told_by_its_own_words() {
        var command = new CompletableFuture<Outcome>();
        board.follow(command, "done", "not done");

        command.completeExceptionally(
                new CompletionException(new ExecutionException(new IOException("connection refused"))));

        assertThat(board.notices()).containsExactly(new Notice.Failure("not done", "Connection refused."));
    }

    @Test
    void all_that_a_notice_says_can_be_heard() {
        board.done("diabetes is deleted");
        board.refused("not done", List.of(TOTAL));
        board.worthKnowing("worth knowing", List.of("One.", "Two."));
        board.failed("not done", new IOException("connection refused"));

        assertThat(board.notices())
                .extracting(Notice::spoken)
                .containsExactly(
                        "diabetes is deleted.",
                        "not done. The shares add up to 90. What to do: give 10 % to one.",
                        "worth knowing. One. Two.",
                        "not done. Connection refused.");
    }

    @Test
    void the_oldest_of_too_many_gives_way() {
        for (int i = 0; i < 25; i++) {
            board.done("number " + i);
        }

        assertThat(board.notices())
                .extracting(Notice::title)
                .startsWith("number 5")
                .endsWith("number 24")
                .hasSize(20);
    }

    @Test
    void what_is_told_again_replaces_what_was_told_of_it_and_is_the_newest_then() {
        board.refused("bad.yml cannot be used yet", List.of(TOTAL, TOTAL));
        board.done("something else");
        board.refused("bad.yml cannot be used yet", List.of(TOTAL));

        assertThat(board.notices())
                .containsExactly(
                        new Notice.Done("something else"),
                        new Notice.Refused("bad.yml cannot be used yet", List.of(TOTAL)));
    }

    @Test
    void files_of_two_folders_that_bear_one_name_are_told_of_both() {
        board.refused("blue.yml cannot be used yet", List.of(TOTAL.at(new Place("a/blue.yml", 4, 3))));
        board.refused("blue.yml cannot be used yet", List.of(TOTAL.at(new Place("b/blue.yml", 4, 3))));

        assertThat(board.notices()).hasSize(2);
    }

    @Test
    void the_end_of_an_earlier_notice_does_not_take_what_replaced_it() {
        board.done("again");
        var earlier = board.notices().get(0);
        board.done("again");

        board.dismiss(earlier);

        assertThat(board.notices()).hasSize(1);
    }
}

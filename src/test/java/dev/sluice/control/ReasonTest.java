package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void what_other_threads_wrap_a_failure_in_is_of_no_interest() {
        var failure = new IllegalStateException("the disk is full");

        assertThat(Reason.of(new ExecutionException(new CompletionException(failure))))
                .isEqualTo("the disk is full");
    }

    @Test
    void a_failure_without_a_word_is_called_by_its_kind() {
        assertThat(Reason.of(new StackOverflowError())).isEqualTo("StackOverflowError");
    }
}

package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
    void of_a_file_it_is_told_what_is_the_matter_with_it() {
        assertThat(Reason.of(new NoSuchFileException("/a/b"))).isEqualTo("/a/b: it is not there");
        assertThat(Reason.of(new AccessDeniedException("/a/b"))).isEqualTo("/a/b: permission denied");
        assertThat(Reason.of(new FileSystemException("/a/b", null, "Not a directory")))
                .isEqualTo("/a/b: Not a directory");
    }

    @Test
    void a_failure_without_a_word_is_called_by_its_kind() {
        assertThat(Reason.of(new StackOverflowError())).isEqualTo("StackOverflowError");
    }
}

package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SharedWorkTest {

    private final SharedWork<String> shared = new SharedWork<>();
    private final List<CompletableFuture<String>> begun = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private Consumer<String> tell = line -> {};

    private CompletableFuture<String> join() {
        return shared.join("env", heard::add, progress -> {
            tell = progress;
            begun.add(new CompletableFuture<>());
            return begun.get(begun.size() - 1);
        });
    }

    @Test
    void it_is_done_once_for_all_who_wait() {
        var one = join();
        var other = join();

        begun.get(0).complete("made");

        assertThat(begun).hasSize(1);
        assertThat(one).isCompletedWithValue("made");
        assertThat(other).isCompletedWithValue("made");
    }

    @Test
    void everybody_hears_how_it_goes() {
        join();
        join();
        heard.clear();

        tell.accept("Step 1");

        assertThat(heard).containsExactly("Step 1", "Step 1");
    }

    @Test
    void it_goes_on_while_one_still_waits_and_is_cancelled_with_the_last() {
        var one = join();
        var other = join();

        one.cancel(true);
        assertThat(begun.get(0)).isNotDone();
        other.cancel(true);

        assertThat(begun.get(0)).isCancelled();
    }

    @Test
    void who_comes_after_the_last_has_left_begins_anew() {
        join().cancel(true);

        var later = join();
        begun.get(1).complete("again");

        assertThat(later).isCompletedWithValue("again");
    }

    @Test
    void a_failure_reaches_everybody_and_the_next_begins_anew() {
        var one = join();
        var other = join();
        begun.get(0).completeExceptionally(new IllegalStateException("no"));

        assertThat(one).isCompletedExceptionally();
        assertThat(other).isCompletedExceptionally();
        join();
        assertThat(begun).hasSize(2);
    }

    @Test
    void work_that_cannot_even_begin_fails() {
        var failed = shared.join("other", line -> {}, progress -> {
            throw new IllegalStateException("no");
        });

        assertThat(failed).isCompletedExceptionally();
    }
}

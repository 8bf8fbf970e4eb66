package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    private final InTurn turns = new InTurn(handedOver::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void a_task_is_handed_over_when_the_one_before_it_is_done() {
        turns.execute(() -> done.add("first"));
        turns.execute(() -> done.add("second"));
        assertThat(handedOver).hasSize(1);

        handedOver.remove().run();
        assertThat(done).containsExactly("first");
        handedOver.remove().run();
        assertThat(done).containsExactly("first", "second");
        assertThat(handedOver).isEmpty();
    }

    @Test
    void what_comes_after_a_rest_is_handed_over_at_once() {
        turns.execute(() -> done.add("first"));
        handedOver.remove().run();

        turns.execute(() -> done.add("second"));

        assertThat(handedOver).hasSize(1);
    }

    @Test
    void a_task_that_fails_holds_up_nobody() {
        turns.execute(() -> {
            throw new IllegalStateException("failed");
        });
        turns.execute(() -> done.add("second"));

        assertThatThrownBy(handedOver.remove()::run).hasMessage("failed");
        handedOver.remove().run();

        assertThat(done).containsExactly("second");
    }
}

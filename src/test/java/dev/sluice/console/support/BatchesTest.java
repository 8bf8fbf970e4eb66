package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<Runnable> ui = new ArrayList<>();
    private final List<Batches.Batch<String>> seen = new ArrayList<>();
    private final Batches<String> batches = new Batches<>(ui::add, 3, seen::add);

    @Test
    void what_comes_while_a_hand_over_waits_joins_it() {
        batches.accept("a");
        batches.accept("b");

        assertThat(ui).hasSize(1);
        ui.remove(0).run();
        assertThat(seen).containsExactly(new Batches.Batch<>(List.of("a", "b"), 0));

        batches.accept("c");
        ui.remove(0).run();
        assertThat(seen.get(1).values()).containsExactly("c");
    }

    @Test
    void when_too_much_waits_the_oldest_are_dropped_and_counted() {
        List.of("a", "b", "c", "d", "e").forEach(batches);

        ui.remove(0).run();
        assertThat(seen).containsExactly(new Batches.Batch<>(List.of("c", "d", "e"), 2));
    }
}

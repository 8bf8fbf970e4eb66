package dev.sluice.router;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate();

    @Test
    void lets_in_as_many_as_it_may_and_counts_them() {
        assertThat(gate.enter(2)).isTrue();
        assertThat(gate.enter(2)).isTrue();
        assertThat(gate.enter(2)).isFalse();
        assertThat(gate.inFlight()).isEqualTo(2);
        gate.leave();
        assertThat(gate.enter(2)).isTrue();
    }

    @Test
    void lets_nobody_in_while_draining_and_is_drained_when_the_last_is_out() {
        gate.enter(2);
        var drained = gate.drain().toCompletableFuture();
        assertThat(gate.enter(2)).isFalse();
        assertThat(gate.isDraining()).isTrue();
        assertThat(drained).isNotDone();
        assertThat(gate.inFlight()).isEqualTo(1);
        gate.leave();
        assertThat(drained).isDone();
    }

    @Test
    void an_empty_gate_is_drained_at_once_and_may_be_asked_again() {
        assertThat(gate.drain().toCompletableFuture()).isDone();
        assertThat(gate.drain().toCompletableFuture()).isDone();
    }

    @Test
    void a_closed_gate_lets_nobody_in_until_it_is_opened_and_keeps_count_of_those_inside() {
        gate.enter(2);
        gate.close();

        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.enter(Integer.MAX_VALUE)).isFalse();
        assertThat(gate.inFlight()).isEqualTo(1);
        gate.leave();
        gate.open();
        assertThat(gate.enter(1)).isTrue();
    }

    @Test
    void a_closed_gate_can_be_drained_and_is_not_opened_again() {
        gate.enter(1);
        gate.close();
        var drained = gate.drain().toCompletableFuture();
        gate.leave();

        assertThat(drained).isDone();
        gate.open();
        assertThat(gate.isOpen()).isFalse();
    }
}

package dev.sluice.console.support.routing;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.TestBench;
import dev.sluice.console.support.Needs;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoutingFlightsTest {

    private final TestBench desk = new TestBench();
    private final RoutingFlights flights = new RoutingFlights(desk.bench.reach(), Runnable::run, desk.notices);
    private final RoutingTrack track = new RoutingTrack();
    private final Routing allBlue = Routing.CLOSED.allTo(BLUE);
    private final List<String> told = new ArrayList<>();

    @Test
    void what_a_command_has_changed_is_told_before_it_is_said_to_be_over() {
        var held = flights.onTurn(() -> told.add(track.isBusy() ? "under way" : "over"));
        var answer = new CompletableFuture<Outcome>();

        var sent = send(answer);
        answer.complete(new Outcome.Applied(2));

        assertThat(told).containsExactly("under way", "all to green", "over");
        assertThat(sent).isCompletedWithValue(new Outcome.Applied(2));
        assertThat(held).isNotNull();
    }

    @Test
    void one_that_was_refused_or_never_answered_is_told_and_leaves_no_trace() {
        send(CompletableFuture.completedFuture(new Outcome.Refused(List.of())));
        send(CompletableFuture.failedFuture(new IllegalStateException("gone")));

        assertThat(told).containsExactly("refused", "failed");
        assertThat(track.isBusy()).isFalse();
    }

    @Test
    void a_command_takes_the_last_notice_away_unless_it_cannot_be_sent() {
        track.told(desk.notices.reversible("done", "Undo", Needs.RUNTIME, () -> {}));
        desk.bench.reach().lose("the runtime has ended");
        send(new CompletableFuture<>());
        assertThat(desk.notices.notices()).hasSize(1);

        desk.bench.reach().regain();
        send(new CompletableFuture<>());

        assertThat(desk.notices.notices()).isEmpty();
    }

    private CompletableFuture<Outcome> send(CompletableFuture<Outcome> answer) {
        return flights.send(
                        new RoutingFlights.Command(track, allBlue, now -> now.allTo(GREEN), () -> answer),
                        change -> told.add(
                                change.equals(new RoutingChange(allBlue, allBlue.allTo(GREEN)))
                                        ? "all to green"
                                        : change.toString()),
                        (outcome, failure) -> told.add(failure == null ? "refused" : "failed"))
                .toCompletableFuture();
    }
}

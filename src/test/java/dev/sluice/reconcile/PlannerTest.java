package dev.sluice.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.reconcile.Action.Clear;
import dev.sluice.reconcile.Action.Retire;
import dev.sluice.reconcile.Action.Start;
import dev.sluice.reconcile.Planner.Seen;
import dev.sluice.reconcile.Planner.Seen.Condition;
import dev.sluice.reconcile.Planner.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final DeploymentId BLUE = new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue"));

    private final Planner planner = new Planner();

    @Test
    void what_runs_as_wanted_is_left_alone() {
        assertThat(planner.plan(wanted(1, 2), List.of(ready("blue-a", 1), ready("blue-b", 1))))
                .isEmpty();
    }

    @Test
    void each_missing_instance_is_started() {
        assertThat(planner.plan(wanted(1, 3), List.of(ready("blue-a", 1))))
                .containsExactly(new Start(BLUE, 1), new Start(BLUE, 1));
    }

    @Test
    void an_instance_that_is_being_started_counts_already() {
        assertThat(planner.plan(wanted(1, 1), List.of(seen("blue-a", 1, Condition.STARTING, 0))))
                .isEmpty();
    }

    @Test
    void nothing_is_started_while_files_and_environment_are_not_ready() {
        assertThat(planner.plan(wanted(new Wanted(1, 2, false, 1, Optional.empty())), List.of()))
                .isEmpty();
    }

    @Test
    void of_a_surplus_those_not_ready_go_first_and_then_the_youngest() {
        var oldest = seen("blue-a", 1, Condition.READY, 10);
        var youngest = seen("blue-b", 1, Condition.READY, 30);
        var starting = seen("blue-c", 1, Condition.STARTING, 20);

        assertThat(planner.plan(wanted(1, 2), List.of(oldest, youngest, starting)))
                .containsExactly(new Retire("blue-c"));
        assertThat(planner.plan(wanted(1, 1), List.of(oldest, youngest, starting)))
                .containsExactly(new Retire("blue-c"), new Retire("blue-b"));
    }

    @Test
    void an_instance_that_drains_is_neither_counted_nor_retired_again() {
        assertThat(planner.plan(wanted(1, 1), List.of(seen("blue-a", 1, Condition.DRAINING, 0))))
                .containsExactly(new Start(BLUE, 1));
    }

    @Test
    void an_instance_that_has_ended_is_cleared_and_replaced() {
        assertThat(planner.plan(wanted(1, 1), List.of(seen("blue-a", 1, Condition.ENDED, 0))))
                .containsExactly(new Clear("blue-a"), new Start(BLUE, 1));
    }

    @Test
    void the_older_generation_serves_until_the_newer_is_complete() {
        var older = ready(2, 1);

        assertThat(planner.plan(wanted(2, 2), older)).containsExactly(new Start(BLUE, 2));
        assertThat(planner.plan(wanted(2, 2), and(older, ready("blue-new", 2))))
                .containsExactly(new Start(BLUE, 2), new Retire("blue-1-0"));
        assertThat(planner.plan(wanted(2, 2), and(ready(2, 2), older.get(1)))).containsExactly(new Retire("blue-1-1"));
    }

    @Test
    void g4_another_version_replaces_a_step_at_a_time_and_one_that_serves_goes_only_for_one_that_is_ready() {
        var serving = ready(10, 1);
        var starting = seen("blue-new", 2, Condition.STARTING, 0);

        assertThat(planner.plan(replacing(10, 2), serving))
                .as("a fifth of ten starts beside")
                .containsExactly(new Start(BLUE, 2), new Start(BLUE, 2));
        assertThat(planner.plan(replacing(10, 2), and(serving, ready("blue-next", 2), starting)))
                .as("for the first that is ready one is retired and the next started")
                .containsExactly(new Start(BLUE, 2), new Retire("blue-1-0"));
        assertThat(planner.plan(replacing(10, 2), and(ready(10, 2), serving.get(0))))
                .as("when all are ready the last one goes")
                .containsExactly(new Retire("blue-1-0"));
    }

    @Test
    void g4_an_update_that_scales_too_is_scaled_before_anything_is_replaced() {
        assertThat(planner.plan(replacing(3, 1), ready(1, 1))).containsExactly(new Start(BLUE, 1), new Start(BLUE, 1));
        assertThat(planner.plan(replacing(3, 1), and(ready(2, 1), seen("blue-b", 1, Condition.STARTING, 0))))
                .as("while it is being scaled")
                .isEmpty();
        assertThat(planner.plan(replacing(3, 1), ready(3, 1))).containsExactly(new Start(BLUE, 2));
    }

    @Test
    void a_version_that_cannot_be_held_up_does_not_keep_the_one_that_mends_it_from_starting() {
        var heldBack = new Wanted(1, 1, false, 1, Optional.of(new Wanted(2, 1, true, 1, Optional.empty())));

        assertThat(planner.plan(wanted(heldBack), List.of())).containsExactly(new Start(BLUE, 2));
    }

    @Test
    void while_another_version_comes_an_instance_of_the_one_that_serves_is_replaced_by_its_like() {
        assertThat(planner.plan(
                        replacing(2, 1),
                        List.of(
                                ready("blue-a", 1),
                                seen("blue-b", 1, Condition.ENDED, 0),
                                seen("blue-c", 2, Condition.STARTING, 0))))
                .containsExactly(new Clear("blue-b"), new Start(BLUE, 1));
    }

    @Test
    void g4_a_version_that_is_given_up_half_way_is_replaced_by_the_one_before_and_never_fewer_are_ready() {
        var givenUp = and(ready(2, 1), ready("blue-next", 2), seen("blue-failing", 2, Condition.STARTING, 0));

        assertThat(planner.plan(wanted(1, 3), givenUp))
                .as("what is not ready goes at once, what is ready stands in")
                .containsExactly(new Start(BLUE, 1), new Retire("blue-failing"));
        assertThat(planner.plan(wanted(1, 3), and(ready(3, 1), ready("blue-next", 2))))
                .containsExactly(new Retire("blue-next"));
    }

    @Test
    void c12_an_instance_that_is_not_ready_any_more_is_kept_and_nothing_is_started_in_its_place() {
        var unready = seen("blue-b", 1, Condition.UNREADY, 0);

        assertThat(planner.plan(wanted(1, 2), List.of(ready("blue-a", 1), unready)))
                .isEmpty();
        assertThat(planner.plan(wanted(1, 1), List.of(ready("blue-a", 1), unready)))
                .as("of a surplus it goes first")
                .containsExactly(new Retire("blue-b"));
    }

    @Test
    void instances_of_a_deployment_that_nobody_wants_are_retired() {
        assertThat(planner.plan(new TreeMap<>(), List.of(ready("blue-a", 1), seen("blue-b", 1, Condition.STARTING, 0))))
                .containsExactlyInAnyOrder(new Retire("blue-a"), new Retire("blue-b"));
    }

    @Test
    void a_deployment_that_was_given_up_keeps_no_instance() {
        assertThat(planner.plan(
                        wanted(new Wanted(1, 0, false, 1, Optional.empty())),
                        List.of(seen("blue-a", 1, Condition.STARTING, 0))))
                .containsExactly(new Retire("blue-a"));
    }

    private static SortedMap<DeploymentId, Wanted> wanted(long generation, int instances) {
        return wanted(new Wanted(generation, instances, true, 1, Optional.empty()));
    }

    /** Version 1 serves, and version 2 is to take its place, so many at a time. */
    private static SortedMap<DeploymentId, Wanted> replacing(int instances, int step) {
        var next = new Wanted(2, instances, true, step, Optional.empty());
        return wanted(new Wanted(1, instances, true, step, Optional.of(next)));
    }

    private static List<Seen> ready(int count, long generation) {
        return IntStream.range(0, count)
                .mapToObj(i -> ready("blue-" + generation + "-" + i, generation))
                .toList();
    }

    private static List<Seen> and(List<Seen> some, Seen... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toList();
    }

    private static SortedMap<DeploymentId, Wanted> wanted(Wanted want) {
        var wanted = new TreeMap<DeploymentId, Wanted>();
        wanted.put(BLUE, want);
        return wanted;
    }

    private static Seen ready(String name, long generation) {
        return seen(name, generation, Condition.READY, 0);
    }

    private static Seen seen(String name, long generation, Condition condition, int second) {
        return new Seen(name, BLUE, generation, condition, Instant.ofEpochSecond(second));
    }
}

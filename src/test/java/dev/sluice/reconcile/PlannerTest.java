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
        assertThat(planner.plan(wanted(new Wanted(1, 2, false, Optional.empty())), List.of()))
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
        var older = ready("blue-old", 1);
        var newer = ready("blue-new", 2);

        assertThat(planner.plan(wanted(2, 2), List.of(older, newer))).containsExactly(new Start(BLUE, 2));
        assertThat(planner.plan(wanted(2, 2), List.of(older, newer, ready("blue-new2", 2))))
                .containsExactly(new Retire("blue-old"));
    }

    @Test
    void what_is_to_take_anothers_place_is_started_beside_it_and_nothing_of_either_is_retired() {
        var serving = ready("blue-a", 1);

        assertThat(planner.plan(replacing(1, 2), List.of(serving)))
                .containsExactly(new Start(BLUE, 2), new Start(BLUE, 2));
        assertThat(planner.plan(replacing(1, 2), List.of(serving, ready("blue-b", 2), ready("blue-c", 2))))
                .isEmpty();
    }

    @Test
    void while_another_version_comes_an_instance_of_the_one_that_serves_is_replaced_by_its_like() {
        assertThat(planner.plan(
                        replacing(2, 1),
                        List.of(ready("blue-a", 1), seen("blue-b", 1, Condition.ENDED, 0), ready("blue-c", 2))))
                .containsExactly(new Clear("blue-b"), new Start(BLUE, 1));
    }

    @Test
    void a_version_that_was_to_come_and_is_wanted_no_more_is_retired_although_the_other_is_not_complete() {
        assertThat(planner.plan(wanted(1, 2), List.of(ready("blue-a", 1), ready("blue-b", 2))))
                .containsExactly(new Start(BLUE, 1), new Retire("blue-b"));
    }

    @Test
    void instances_of_a_deployment_that_nobody_wants_are_retired() {
        assertThat(planner.plan(new TreeMap<>(), List.of(ready("blue-a", 1), seen("blue-b", 1, Condition.STARTING, 0))))
                .containsExactlyInAnyOrder(new Retire("blue-a"), new Retire("blue-b"));
    }

    @Test
    void a_deployment_that_was_given_up_keeps_no_instance() {
        assertThat(planner.plan(
                        wanted(new Wanted(1, 0, false, Optional.empty())),
                        List.of(seen("blue-a", 1, Condition.STARTING, 0))))
                .containsExactly(new Retire("blue-a"));
    }

    private static SortedMap<DeploymentId, Wanted> wanted(long generation, int instances) {
        return wanted(new Wanted(generation, instances, true, Optional.empty()));
    }

    private static SortedMap<DeploymentId, Wanted> replacing(int instances, int ofNext) {
        var next = new Wanted(2, ofNext, true, Optional.empty());
        return wanted(new Wanted(1, instances, true, Optional.of(next)));
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

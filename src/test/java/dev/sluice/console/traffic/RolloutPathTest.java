package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class RolloutPathTest {

    private static final TrafficSplit ALL_BLUE = TrafficSplit.allTo(BLUE);
    private static final TrafficSplit ALL_GREEN = TrafficSplit.allTo(GREEN);
    private static final TrafficSplit TENTH = split(90, 0, 10);
    private static final TrafficSplit HALF = split(50, 0, 50);
    private static final TrafficSplit ONWARD = split(0, 10, 90);

    @Test
    void a_rollout_goes_on_when_the_new_one_has_all_and_when_that_is_taken_back() {
        var done = path(ALL_BLUE, TENTH, HALF, ALL_GREEN);

        assertThat(done.start()).contains(BLUE);
        assertThat(done.to(HALF).start()).contains(BLUE);
        assertThat(done.to(TENTH).start()).contains(BLUE);
        assertThat(done.to(TENTH).to(ALL_GREEN).start()).contains(BLUE);
        assertThat(done.to(ALL_BLUE).start()).contains(BLUE);
        assertThat(done.to(TrafficSplit.NONE).to(ALL_GREEN).start()).contains(BLUE);
    }

    @Test
    void it_ends_where_the_traffic_goes_on_to_a_third_and_not_if_that_is_taken_back() {
        var done = path(ALL_BLUE, HALF, ALL_GREEN);

        assertThat(done.to(ONWARD).start()).contains(GREEN);
        assertThat(done.to(TrafficSplit.allTo(CANARY)).start()).contains(GREEN);
        assertThat(done.to(ONWARD).to(TrafficSplit.allTo(CANARY)).start()).contains(GREEN);
        assertThat(done.to(ONWARD).to(ALL_GREEN).start()).contains(BLUE);
        assertThat(path(ALL_BLUE, HALF, split(50, 10, 40)).start())
                .as("a third joins, from blue still")
                .contains(BLUE);
    }

    @Test
    void it_ends_when_its_start_is_deleted_or_is_another_version_that_is_to_be_rolled_out_itself() {
        var done = path(ALL_BLUE, HALF, ALL_GREEN);

        assertThat(done.without(BLUE).start()).contains(GREEN);
        assertThat(done.renewed(BLUE).start()).contains(GREEN);
        assertThat(done.renewed(BLUE).to(HALF).start()).contains(GREEN);
        assertThat(path(ALL_BLUE, HALF).renewed(BLUE).start()).as("it serves").contains(BLUE);
        assertThat(path(ALL_BLUE, HALF).without(BLUE).start()).isEmpty();
        assertThat(done.without(GREEN).start()).contains(BLUE);
        assertThat(done.to(ONWARD).without(BLUE).start()).contains(GREEN);
    }

    @Test
    void where_nobody_had_all_there_is_no_start() {
        assertThat(RolloutPath.UNKNOWN.to(TrafficSplit.NONE).start()).isEmpty();
        assertThat(path(HALF).start()).isEmpty();
        assertThat(path(HALF, ALL_GREEN).start()).contains(GREEN);
    }

    /** The start is that of what is in force, whatever was tried in between and taken back with Ctrl+Z. */
    @Test
    void nothing_that_is_undone_moves_the_start() {
        qt().withExamples(500)
                .forAll(
                        lists().of(splits()).ofSizeBetween(1, 12),
                        lists().of(splits()).ofSizeBetween(1, 6))
                .checkAssert((way, tried) -> {
                    var path = path(way.toArray(TrafficSplit[]::new));
                    var there = path.start();
                    var back = new ArrayDeque<TrafficSplit>();
                    for (var split : tried) {
                        back.push(path.steps().get(path.steps().size() - 1).split());
                        path = path.to(split);
                    }
                    for (var split : back) {
                        path = path.to(split);
                    }
                    assertThat(path.start()).isEqualTo(there);
                });
    }

    @Test
    void the_start_had_all_before_the_last_step() {
        qt().withExamples(500).forAll(lists().of(splits()).ofSizeBetween(1, 20)).checkAssert(way -> {
            var path = RolloutPath.UNKNOWN.to(ALL_BLUE);
            var hadAll = new HashSet<DeploymentName>(List.of(BLUE));
            for (var split : way) {
                path = path.to(split);
                assertThat(hadAll).contains(path.start().orElseThrow());
                if (split.shares().size() == 1) {
                    hadAll.add(split.shares().firstKey());
                }
            }
        });
    }

    @Test
    void a_path_that_is_very_long_forgets_how_it_began_but_not_where() {
        var path = RolloutPath.UNKNOWN.to(ALL_BLUE);
        for (int i = 0; i < 1_000; i++) {
            path = path.to(split(100 - i % 49, 0, i % 49));
        }

        assertThat(path.start()).contains(BLUE);
        assertThat(path.steps()).hasSizeLessThan(300);
    }

    private static RolloutPath path(TrafficSplit... way) {
        var path = RolloutPath.UNKNOWN;
        for (var split : way) {
            path = path.to(split);
        }
        return path;
    }

    /** Few, so that they come again. */
    private static Gen<TrafficSplit> splits() {
        var some = List.of(
                ALL_BLUE,
                ALL_GREEN,
                TrafficSplit.allTo(CANARY),
                TENTH,
                HALF,
                ONWARD,
                split(50, 50, 0),
                split(20, 30, 50));
        return integers().between(0, some.size() - 1).map(some::get);
    }

    private static TrafficSplit split(int blue, int canary, int green) {
        return TrafficSplit.NONE
                .with(BLUE, new Percent(blue))
                .with(CANARY, new Percent(canary))
                .with(GREEN, new Percent(green));
    }
}

package dev.sluice.console.support.routing;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Undo after do is as if nothing had been, and redo after undo as if nothing had been taken back. */
class RoutingHistoryProperties {

    @Test
    void all_taken_back_in_turn_ends_where_it_began_and_all_made_again_where_it_ended() {
        qt().withExamples(300)
                .forAll(lists().of(edits()).ofSizeBetween(1, RoutingHistory.MOST))
                .checkAssert(edits -> {
                    var endpoint = new PlayedEndpoint();
                    var way = new ArrayList<Routing>(List.of(endpoint.now()));
                    for (var edit : edits) {
                        edit.in(endpoint);
                        if (!endpoint.now().equals(way.get(way.size() - 1))) {
                            way.add(endpoint.now());
                        }
                    }
                    for (int i = way.size() - 2; i >= 0; i--) {
                        endpoint.undo();
                        assertThat(endpoint.now()).isEqualTo(way.get(i));
                    }
                    for (var later : way.subList(1, way.size())) {
                        endpoint.redo();
                        assertThat(endpoint.now()).isEqualTo(later);
                    }
                });
    }

    @Test
    void a_change_that_is_taken_back_at_once_leaves_no_trace_wherever_it_is_made() {
        qt().withExamples(300)
                .forAll(lists().of(edits()).ofSizeBetween(0, 20), edits())
                .checkAssert((before, edit) -> {
                    var endpoint = new PlayedEndpoint();
                    before.forEach(each -> each.in(endpoint));
                    var there = endpoint.now();

                    edit.in(endpoint);
                    if (!endpoint.now().equals(there)) {
                        endpoint.undo();
                    }

                    assertThat(endpoint.now()).isEqualTo(there);
                });
    }

    @Test
    void what_others_do_in_between_is_never_undone() {
        qt().withExamples(300).forAll(edits(), edits()).checkAssert((mine, theirs) -> {
            var endpoint = new PlayedEndpoint();
            var before = endpoint.now();
            mine.in(endpoint);
            boolean changed = !endpoint.now().equals(before);

            var ours = endpoint.now();
            endpoint.elsewhere(theirs);
            var there = endpoint.now();
            endpoint.undo();
            assertThat(endpoint.now()).isEqualTo(changed && there.equals(ours) ? before : there);
        });
    }

    @Test
    void the_oldest_are_forgotten_so_that_the_history_stays_bounded() {
        var history = new RoutingHistory();
        for (int i = 0; i < 3 * RoutingHistory.MOST; i++) {
            history.did(new RoutingChange(Routing.CLOSED, Routing.CLOSED));
        }
        int left = 0;
        while (history.toUndo().isPresent()) {
            history.undid();
            left++;
        }

        assertThat(left).isEqualTo(RoutingHistory.MOST);
    }

    /** One thing that a user does to the routing. */
    private interface Edit {
        void in(PlayedEndpoint endpoint);
    }

    private static Gen<Edit> edits() {
        Gen<Edit> splits = integers()
                .between(0, 100)
                .zip(integers().between(0, 100), (a, b) -> endpoint -> endpoint.traffic(split(a, b)));
        Gen<Edit> off = integers().between(0, 0).map(zero -> endpoint -> endpoint.traffic(TrafficSplit.NONE));
        Gen<Edit> mirrors = integers()
                .between(0, 50)
                .map(share -> endpoint -> endpoint.mirror(Mirror.to(CANARY, new Percent(share))));
        Gen<Edit> all = integers()
                .between(0, 2)
                .map(which ->
                        endpoint -> endpoint.allTo(List.of(BLUE, CANARY, GREEN).get(which)));
        return splits.mix(off, 10).mix(mirrors.mix(all, 40), 50);
    }

    private static TrafficSplit split(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        return TrafficSplit.NONE
                .with(BLUE, new Percent(low))
                .with(CANARY, new Percent(high - low))
                .with(GREEN, new Percent(100 - high));
    }

    /** An endpoint whose runtime carries out what it is asked, at once. */
    private static final class PlayedEndpoint {

        private final TestBench desk = new TestBench();
        private final RoutingChanges changes = desk.bench.routings();
        private Routing routing = Routing.CLOSED.withTraffic(TrafficSplit.allTo(BLUE));

        PlayedEndpoint() {
            desk.control.routed = (endpoint, change) -> routing = change.apply(routing);
        }

        Routing now() {
            return routing;
        }

        void traffic(TrafficSplit split) {
            changes.traffic(view(), split, "");
        }

        void mirror(Mirror mirror) {
            changes.mirror(view(), mirror, "");
        }

        void allTo(DeploymentName name) {
            changes.allTo(view(), name, "");
        }

        void undo() {
            changes.undo(DIABETES);
        }

        void redo() {
            changes.redo(DIABETES);
        }

        /** The same by somebody else, whose doings this window only sees. */
        void elsewhere(Edit edit) {
            var other = new PlayedEndpoint();
            other.routing = routing;
            edit.in(other);
            routing = other.routing;
            changes.show(fleet());
        }

        private Fleet.EndpointView view() {
            return fleet().endpoint(DIABETES).orElseThrow();
        }

        private Fleet fleet() {
            return PageFleet.of(BLUE, CANARY, GREEN).routed(routing).fleet();
        }
    }
}

package dev.sluice.console.support.routing;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Problem;
import dev.sluice.domain.TrafficSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoutingChangesTest {

    private static final TrafficSplit TENTH =
            TrafficSplit.allTo(BLUE).with(BLUE, new Percent(90)).with(GREEN, new Percent(10));

    private final TestBench desk = new TestBench();
    private final FakeControl control = desk.control;
    private final RoutingChanges changes = desk.bench.routings();
    private final PageFleet allBlue = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

    @Test
    void a_change_is_told_with_a_button_that_takes_it_back() {
        changes.traffic(at(allBlue), TENTH, "");

        assertThat(toast().title()).isEqualTo("diabetes: blue 90 %, green 10 %");
        assertThat(toast().verb()).isEqualTo("Undo");
        toast().action().run();

        assertThat(control.asked)
                .containsExactly(
                        "applyTraffic diabetes blue=90 green=10", "applyRouting diabetes blue=100, mirror off");
        assertThat(toast().title()).isEqualTo("diabetes: taken back. In force again: blue 100 %");
        assertThat(control.reasons).containsExactly("undo");
        assertThat(toast().verb()).isEqualTo("Redo");
    }

    @Test
    void while_the_runtime_is_gone_nothing_is_sent_and_the_reason_is_told() {
        changes.traffic(at(allBlue), TENTH, "");
        control.asked.clear();
        desk.bench.reach().lose("Not now: the runtime has ended.");

        var allTo = changes.allTo(at(allBlue), GREEN, "all to green");
        changes.undo(DIABETES);

        assertThat(allTo.toCompletableFuture()).isCompletedExceptionally();
        assertThat(control.asked).isEmpty();
        assertThat(desk.notices.notices())
                .last()
                .isEqualTo(new Notice.Failure(
                        "diabetes: the change cannot be taken back", "Not now: the runtime has ended."));
        desk.bench.reach().regain();
        changes.undo(DIABETES);
        assertThat(control.asked).hasSize(1);
    }

    @Test
    void what_could_not_be_sent_leaves_the_button_that_takes_the_last_change_back() {
        changes.traffic(at(allBlue), TENTH, "");
        var notice = toast();
        desk.bench.reach().lose("Not now: the runtime has ended.");

        changes.allTo(at(allBlue.split(TENTH)), GREEN, "all to green");
        changes.undo(DIABETES);
        assertThat(desk.notices.notices()).first().isEqualTo(notice);

        desk.bench.reach().regain();
        notice.action().run();
        assertThat(control.asked).last().isEqualTo("applyRouting diabetes blue=100, mirror off");
        assertThat(desk.notices.notices()).doesNotContain(notice);
    }

    @Test
    void split_and_mirror_come_back_together_in_one_change() {
        var mirrored = allBlue.mirror(GREEN, 20);
        changes.allTo(at(mirrored), GREEN, "all to green");

        changes.undo(DIABETES);

        assertThat(control.asked).last().isEqualTo("applyRouting diabetes blue=100, mirror green=20");
    }

    @Test
    void what_was_taken_back_can_be_made_again_until_something_new_is_done() {
        changes.traffic(at(allBlue), TENTH, "");
        changes.undo(DIABETES);

        changes.redo(DIABETES);
        assertThat(control.asked).last().isEqualTo("applyRouting diabetes blue=90 green=10, mirror off");

        changes.undo(DIABETES);
        changes.mirror(at(allBlue), Mirror.to(GREEN, new Percent(5)), "");
        assertThat(changes.toRedo(DIABETES)).isEmpty();
    }

    @Test
    void of_an_edited_endpoint_the_routing_is_taken_back() {
        var spec = at(allBlue).spec();
        changes.edited(at(allBlue), spec, at(allBlue.split(TENTH)).routing(), "", "diabetes is updated");

        assertThat(toast().title()).isEqualTo("diabetes is updated");
        toast().action().run();

        assertThat(control.asked)
                .containsExactly(
                        "updateEndpoint diabetes blue=90 green=10, mirror off",
                        "applyRouting diabetes blue=100, mirror off");
    }

    @Test
    void a_way_back_that_is_refused_says_why_and_stays_open() {
        changes.traffic(at(allBlue), TENTH, "");
        refuse("there is no deployment called blue");

        changes.undo(DIABETES);

        assertThat(desk.notices.notices()).singleElement().isInstanceOfSatisfying(Notice.Refused.class, refused -> {
            assertThat(refused.title()).isEqualTo("diabetes: the change cannot be taken back");
            assertThat(refused.problems())
                    .extracting(Problem::message)
                    .containsExactly("there is no deployment called blue");
        });
        assertThat(changes.toUndo(DIABETES)).isPresent();
        assertThat(changes.isBusy(DIABETES)).isFalse();
    }

    @Test
    void what_is_answered_after_its_endpoint_was_deleted_cannot_be_taken_back() {
        var late = new CompletableFuture<Outcome>();
        control.outcome = late;
        changes.traffic(at(allBlue), TENTH, "");

        changes.show(new Fleet(2, allBlue.fleet().runtime(), List.of(), List.of()));
        late.complete(new Outcome.Applied(2));

        assertThat(changes.toUndo(DIABETES)).isEmpty();
    }

    @Test
    void a_command_that_is_refused_is_no_change_and_the_one_behind_it_starts_from_before_it() {
        var first = new CompletableFuture<Outcome>();
        control.outcome = first;
        changes.traffic(at(allBlue), TENTH, "");
        control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(2));
        var second = new CompletableFuture<Outcome>();
        control.outcome = second;
        changes.allTo(at(allBlue), GREEN, "all to green");

        first.complete(new Outcome.Refused(List.of()));
        second.complete(new Outcome.Applied(2));
        control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(3));
        changes.undo(DIABETES);

        assertThat(control.asked).last().isEqualTo("applyRouting diabetes blue=100, mirror off");
    }

    @Test
    void while_an_answer_is_to_come_nothing_is_taken_back_and_a_later_command_starts_from_it() {
        changes.traffic(at(allBlue), TENTH, "");
        var slow = new CompletableFuture<Outcome>();
        control.outcome = slow;
        changes.allTo(at(allBlue.split(TENTH)), GREEN, "all to green");

        changes.undo(DIABETES);
        assertThat(control.asked).last().isEqualTo("allTrafficTo diabetes/green");

        slow.complete(new Outcome.Applied(2));
        control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(3));
        changes.undo(DIABETES);
        assertThat(control.asked).last().isEqualTo("applyRouting diabetes blue=90 green=10, mirror off");
    }

    @Test
    void what_others_changed_since_is_not_taken_back_silently_but_told_with_the_way_to_activity() {
        var opened = new ArrayList<String>();
        desk.bench.jumps().onPage(opened::add);
        changes.show(picture(1, allBlue));
        applied(2);
        changes.traffic(at(allBlue), TENTH, "");
        changes.show(picture(2, allBlue.split(TENTH)));
        changes.show(picture(3, allBlue.split(TrafficSplit.allTo(GREEN))));

        changes.undo(DIABETES);
        changes.undo(DIABETES);

        assertThat(control.asked).containsExactly("applyTraffic diabetes blue=90 green=10");
        assertThat(changes.undoProspect(DIABETES)).isEmpty();
        assertThat(desk.notices.notices()).singleElement().isInstanceOfSatisfying(Notice.Elsewhere.class, notice -> {
            assertThat(notice.title()).isEqualTo("diabetes: not taken back");
            assertThat(notice.why())
                    .startsWith("Another change came since: green 100 % is in force. "
                            + "Going to blue 100 % would replace it too.");
            notice.action().run();
        });
        assertThat(opened).containsExactly("activity");
    }

    @Test
    void what_others_changed_since_is_not_replaced_by_making_a_change_again_either() {
        applied(2);
        changes.traffic(at(allBlue), TENTH, "");
        applied(3);
        changes.undo(DIABETES);
        control.asked.clear();
        changes.show(picture(4, allBlue.mirror(GREEN, 5)));

        changes.redo(DIABETES);

        assertThat(control.asked).isEmpty();
        assertThat(changes.redoProspect(DIABETES)).isEmpty();
        assertThat(desk.notices.notices()).last().extracting(Notice::title).isEqualTo("diabetes: not made again");
    }

    @Test
    void once_the_others_have_gone_back_the_change_can_be_taken_back_again() {
        applied(2);
        changes.traffic(at(allBlue), TENTH, "");
        changes.show(picture(3, allBlue.split(TrafficSplit.allTo(GREEN))));
        changes.show(picture(4, allBlue.split(TENTH)));

        changes.undo(DIABETES);

        assertThat(control.asked).last().isEqualTo("applyRouting diabetes blue=100, mirror off");
    }

    @Test
    void a_change_on_top_of_one_by_others_is_taken_back_to_theirs_and_no_further() {
        var theirs = allBlue.split(TrafficSplit.allTo(GREEN));
        applied(2);
        changes.traffic(at(allBlue), TENTH, "");
        changes.show(picture(3, theirs));
        applied(4);
        changes.allTo(at(theirs), BLUE, "all to blue");
        applied(5);

        changes.undo(DIABETES);
        changes.undo(DIABETES);

        assertThat(control.asked).last().isEqualTo("applyRouting diabetes green=100, mirror off");
    }

    @Test
    void a_picture_from_before_the_answer_is_not_taken_for_a_change_by_others() {
        changes.show(picture(1, allBlue));
        applied(2);
        changes.traffic(at(allBlue), TENTH, "");
        changes.show(picture(1, allBlue));

        changes.undo(DIABETES);

        assertThat(control.asked).last().isEqualTo("applyRouting diabetes blue=100, mirror off");
    }

    @Test
    void a_change_by_others_that_is_seen_before_the_own_answer_comes_is_known_all_the_same() {
        control.outcome = new CompletableFuture<>();
        changes.traffic(at(allBlue), TENTH, "");
        changes.show(picture(2, allBlue.split(TENTH)));
        changes.show(picture(3, allBlue.split(TrafficSplit.allTo(GREEN))));
        control.outcome.complete(new Outcome.Applied(2));

        changes.undo(DIABETES);

        assertThat(control.asked).containsExactly("applyTraffic diabetes blue=90 green=10");
    }

    @Test
    void a_notice_about_an_older_change_goes_when_something_newer_is_done() {
        changes.traffic(at(allBlue), TENTH, "");
        changes.allTo(at(allBlue.split(TENTH)), BLUE, "all to blue");

        assertThat(desk.notices.notices()).extracting(Notice::title).containsExactly("all to blue");
    }

    @Test
    void what_is_in_force_already_leaves_nothing_to_take_back() {
        changes.allTo(at(allBlue), BLUE, "all to blue");

        assertThat(changes.toUndo(DIABETES)).isEmpty();
        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Done.class);
    }

    @Test
    void with_nothing_to_take_back_that_is_said() {
        changes.undo(DIABETES);
        changes.redo(DIABETES);

        assertThat(control.asked).isEmpty();
        assertThat(desk.notices.notices())
                .extracting(Notice::title)
                .containsExactly(
                        "diabetes: there is no change of traffic to take back",
                        "diabetes: there is no change of traffic to make again");
    }

    @Test
    void the_history_of_an_endpoint_that_is_gone_is_forgotten() {
        changes.traffic(at(allBlue), TENTH, "");

        changes.show(new Fleet(2, allBlue.fleet().runtime(), List.of(), List.of()));

        assertThat(changes.toUndo(DIABETES)).isEmpty();
    }

    private void applied(long revision) {
        control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(revision));
    }

    private static Fleet picture(long revision, PageFleet page) {
        var fleet = page.fleet();
        return new Fleet(revision, fleet.runtime(), fleet.endpoints(), fleet.jobs());
    }

    private void refuse(String why) {
        var problem = Problem.of(Problem.Code.UNKNOWN_DEPLOYMENT, "traffic.blue", why, "choose one of green");
        control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(problem)));
    }

    private Notice.Reversible toast() {
        var notices = desk.notices.notices();
        return (Notice.Reversible) notices.get(notices.size() - 1);
    }

    private static EndpointView at(PageFleet fleet) {
        return fleet.fleet().endpoint(DIABETES).orElseThrow();
    }
}

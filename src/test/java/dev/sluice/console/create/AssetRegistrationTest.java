package dev.sluice.console.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleInventory;
import dev.sluice.console.SampleRegistrations;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Registering;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that this window registers, and somebody cancels. */
class AssetRegistrationTest {

    private static final Problem WHY = Problem.of(Problem.Code.CANCELLED, "", "it was cancelled", "register it again");
    private static final Outcome CANCELLED = new Outcome.Refused(List.of(WHY));

    private static final Outcome APPLIED = new Outcome.Applied(7);

    private final TestBench desk = new TestBench();
    private final CompletableFuture<Outcome> registered = new CompletableFuture<>();

    @BeforeEach
    void churn_is_on_its_way() {
        begin(registered);
        shown(SampleRegistrations.copying());
    }

    @Test
    void whoever_began_it_is_told_that_it_was_cancelled_elsewhere() {
        registered.complete(CANCELLED);

        assertThat(desk.notices.notices()).singleElement().satisfies(notice -> {
            assertThat(notice).isInstanceOf(Notice.Refused.class);
            assertThat(notice.title()).isEqualTo("model churn:1 was not registered");
        });
    }

    @Test
    void whoever_cancels_it_here_is_not_told_once_more_whichever_answer_comes_first() {
        var cancel = cancelHere();
        registered.complete(CANCELLED);
        assertThat(desk.notices.notices()).isEmpty();

        cancel.complete(APPLIED);

        assertThat(desk.notices.notices()).isEmpty();
    }

    @Test
    void that_the_cancelling_was_refused_or_failed_does_not_keep_its_end_secret() {
        cancelHere().completeExceptionally(new IllegalStateException("the runtime has ended"));
        cancelHere().complete(CANCELLED);

        registered.complete(CANCELLED);

        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Refused.class);
    }

    @Test
    void what_stays_of_it_is_told_to_whoever_cancelled_it() {
        cancelHere().complete(APPLIED);

        registered.complete(new Outcome.Refused(
                List.of(WHY, Problem.of(Problem.Code.INTERNAL, "", "what was copied could not be removed", ""))));

        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Refused.class);
    }

    @Test
    void another_of_the_same_name_is_not_mixed_up_with_it() {
        var second = new CompletableFuture<Outcome>();
        var cancel = cancelHere();
        begin(second);
        shown(SampleRegistrations.copyingAs(41), SampleRegistrations.beingCancelled());

        second.complete(CANCELLED);
        assertThat(desk.notices.notices()).as("cancelled elsewhere").hasSize(1);

        registered.complete(CANCELLED);
        cancel.complete(APPLIED);
        assertThat(desk.notices.notices()).hasSize(1);
    }

    @Test
    void another_windows_of_the_same_name_is_not_taken_for_it() {
        shown(SampleRegistrations.copyingAs(41), SampleRegistrations.copying());
        desk.bench.registrations().cancelling(41, CompletableFuture.completedFuture(APPLIED));

        registered.complete(CANCELLED);

        assertThat(desk.notices.notices()).hasSize(1);
    }

    private void begin(CompletableFuture<Outcome> answer) {
        desk.control.outcome = answer;
        new AssetRegistration(desk.bench).ask(churn());
        desk.questions.answer(true);
    }

    private void shown(Registering... newestFirst) {
        desk.bench.registrations().shown(List.of(newestFirst));
    }

    /** Whoever presses that button is told by it. */
    private CompletableFuture<Outcome> cancelHere() {
        var cancel = new CompletableFuture<Outcome>();
        desk.bench.registrations().cancelling(SampleRegistrations.copying().id(), cancel);
        return cancel;
    }

    private static AssetDefinition churn() {
        return SampleInventory.FLOW.asset().definition();
    }
}

package dev.sluice.console.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleInventory;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Notice;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that this window registers, and somebody cancels. */
class AssetRegistrationTest {

    private static final Outcome CANCELLED = new Outcome.Refused(
            List.of(Problem.of(Problem.Code.CANCELLED, "", "it was cancelled", "register it again")));

    private final TestBench desk = new TestBench();
    private final CompletableFuture<Outcome> registered = new CompletableFuture<>();

    @BeforeEach
    void churn_is_on_its_way() {
        desk.control.outcome = registered;
        new AssetRegistration(desk.bench).ask(churn());
        desk.questions.answer(true);
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
    void whoever_cancels_it_here_is_not_told_once_more() {
        cancelHere();
        registered.complete(CANCELLED);

        assertThat(desk.notices.notices()).isEmpty();
    }

    @Test
    void that_one_was_cancelled_here_says_nothing_of_the_next() {
        cancelHere();
        registered.complete(CANCELLED);
        desk.control.outcome = CompletableFuture.completedFuture(CANCELLED);

        new AssetRegistration(desk.bench).ask(churn());
        desk.questions.answer(true);

        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Refused.class);
    }

    /** Whoever presses that button is told by it. */
    private void cancelHere() {
        desk.bench.registrations().cancelledHere(AssetKind.MODEL, "churn:1");
    }

    private static AssetDefinition churn() {
        return SampleInventory.FLOW.asset().definition();
    }
}

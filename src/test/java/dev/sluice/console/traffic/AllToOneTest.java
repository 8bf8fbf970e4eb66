package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageFleet;
import dev.sluice.console.SampleActivity;
import dev.sluice.console.SampleFleets;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The way out of a rollout that goes wrong. */
class AllToOneTest extends TrafficOnDiabetes {

    @Test
    void all_can_be_sent_to_whoever_serves_also_to_a_shadow_or_during_an_update_but_to_none_that_failed() {
        model.open(DIABETES, SampleFleets.greenFailed());
        assertThat(row(GREEN).againstAll())
                .isEqualTo("Deployment green has failed and cannot take traffic. What to do: send all to another"
                        + " deployment; the page Overview says why green failed, and deletes it or creates it again.");
        assertThat(row(GREEN).reason()).isEqualTo("Failed: it cannot take traffic");
        assertThat(row(BLUE).againstAll()).isEmpty();

        model.show(SampleFleets.greenUpdating());
        assertThat(row(GREEN).againstAll()).isEmpty();
        model.show(allBlue.creating(GREEN).fleet());
        assertThat(row(GREEN).againstAll()).contains("is not ready yet");
        model.show(allBlue.mirror(GREEN, 10).fleet());
        model.setShare(BLUE, 100);
        assertThat(row(GREEN).againstAll()).as("a shadow").isEmpty();
    }

    @Test
    void all_to_one_goes_out_at_once_and_throws_the_draft_away_visibly() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 40);

        model.allTo(BLUE);
        model.show(allBlue.fleet());

        assertThat(control.asked).containsExactly("allTrafficTo diabetes/blue");
        assertThat(drafts()).containsExactly(100, 0);
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(notices()).containsExactly("All live traffic of diabetes goes to blue. The draft was thrown away");
        assertThat(desk.questions.openProperty().get()).isEmpty();
    }

    @Test
    void all_to_one_goes_out_while_another_command_is_under_way() {
        control.outcome = new CompletableFuture<>();
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 40);
        model.apply();

        model.allTo(BLUE);

        assertThat(control.asked)
                .containsExactly("applyTraffic diabetes blue=60 green=40", "allTrafficTo diabetes/blue");
    }

    @Test
    void all_to_one_that_is_refused_says_why_and_shows_what_is_in_force_again() {
        refuse("green is not ready");
        model.open(DIABETES, allBlue.fleet());

        model.allTo(GREEN);

        assertThat(control.asked).containsExactly("allTrafficTo diabetes/green");
        assertThat(refusal().title()).isEqualTo("The live traffic of diabetes was not changed");
        assertThat(refusal().problems())
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("green is not ready");
        assertThat(drafts()).containsExactly(100, 0);
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void all_to_one_that_cannot_take_it_changes_nothing_and_is_answered_by_why_and_what_to_do() {
        model.open(DIABETES, allBlue.creating(GREEN).fleet());
        model.setShare(BLUE, 100);
        model.note().textProperty().set("try it");

        model.allTo(GREEN);

        assertThat(control.asked).isEmpty();
        assertThat(drafts()).containsExactly(100, 0);
        assertThat(model.note().textProperty().get()).isEqualTo("try it");
        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("green is not ready yet");
            assertThat(problem.remedy()).contains("send all to another deployment");
        });
    }

    @Test
    void the_way_out_leads_where_the_rollout_began_however_far_it_has_come() {
        model.open(DIABETES, allBlue.fleet());
        assertThat(retreat()).isEqualTo(BLUE);
        assertThat(model.retreat().orElseThrow().hasAllInForce()).isTrue();

        model.show(allBlue.share(BLUE, 30).share(GREEN, 70).fleet());
        assertThat(retreat()).isEqualTo(BLUE);

        model.show(allBlue.share(BLUE, 0).share(GREEN, 100).fleet());
        assertThat(retreat()).as("just now it may turn out to be bad").isEqualTo(BLUE);
        assertThat(model.retreat().orElseThrow().hasAllInForce()).isFalse();

        model.show(allBlue.share(BLUE, 50).share(GREEN, 50).fleet());
        assertThat(retreat()).as("Ctrl+Z").isEqualTo(BLUE);

        model.show(PageFleet.of(GREEN).share(GREEN, 100).fleet());
        assertThat(retreat()).as("blue was deleted").isEqualTo(GREEN);
    }

    @Test
    void a_window_that_is_opened_in_the_midst_of_a_rollout_reads_in_the_journal_where_it_began() {
        model.open(DIABETES, allBlue.share(BLUE, 0).share(GREEN, 100).fleet());
        assertThat(retreat()).as("as far as it has seen").isEqualTo(GREEN);

        model.read(List.of(
                routed(1, Routing.CLOSED, share(BLUE, 100)),
                entry(2, Deed.of(Kind.DELETE_ENDPOINT, DIABETES), Verdict.REFUSED),
                routed(3, share(BLUE, 100), share(GREEN, 100))));
        assertThat(retreat()).isEqualTo(BLUE);

        model.show(allBlue.share(BLUE, 20).share(GREEN, 80).fleet());
        assertThat(retreat()).isEqualTo(BLUE);
        model.read(List.of(routed(1, Routing.CLOSED, share(BLUE, 100))));
        assertThat(retreat()).as("told again").isEqualTo(BLUE);
    }

    @Test
    void a_journal_that_begins_in_the_midst_of_it_hides_nothing_of_what_was_seen() {
        model.open(DIABETES, allBlue.fleet());
        model.show(allBlue.share(BLUE, 40).share(GREEN, 60).fleet());

        model.read(List.of(routed(900, split(50, 50), split(40, 60))));

        assertThat(retreat()).isEqualTo(BLUE);
    }

    @Test
    void a_new_version_without_live_traffic_is_what_the_next_rollout_goes_to_and_not_where_it_began() {
        model.open(DIABETES, allBlue.share(BLUE, 0).share(GREEN, 100).fleet());
        model.read(List.of(
                routed(1, share(BLUE, 100), share(GREEN, 100)),
                entry(2, Deed.of(Kind.UPDATED, new DeploymentId(DIABETES, BLUE)), Verdict.DONE)));

        model.show(allBlue.share(BLUE, 10).share(GREEN, 90).fleet());

        assertThat(retreat()).isEqualTo(GREEN);
    }

    @Test
    void one_that_was_deleted_and_is_there_again_is_not_where_the_rollout_began() {
        model.open(DIABETES, allBlue.share(BLUE, 0).share(GREEN, 100).fleet());
        model.read(List.of(
                routed(1, share(BLUE, 100), share(GREEN, 100)),
                entry(2, Deed.of(Kind.GONE, new DeploymentId(DIABETES, BLUE)), Verdict.DONE)));

        assertThat(retreat()).isEqualTo(GREEN);
    }

    private static Routing share(DeploymentName name, int percent) {
        return new Routing(TrafficSplit.NONE.with(name, new Percent(percent)), Mirror.off());
    }

    private static Routing split(int blue, int green) {
        return new Routing(
                TrafficSplit.NONE.with(BLUE, new Percent(blue)).with(GREEN, new Percent(green)), Mirror.off());
    }

    private static Activity routed(long number, Routing before, Routing after) {
        var deed =
                Deed.of(Kind.TRAFFIC, DIABETES).from(new Facet.Routed(before)).to(new Facet.Routed(after));
        return entry(number, deed, Verdict.APPLIED);
    }

    private static Activity entry(long number, Deed deed, Verdict verdict) {
        return new Activity(number, PageFleet.NOON, new Happening(SampleActivity.ALICE, deed, verdict, ""));
    }

    @Test
    void the_way_out_leads_to_the_largest_share_where_nobody_was_seen_to_have_all() {
        var three = PageFleet.of(BLUE, CANARY, GREEN)
                .share(BLUE, 30)
                .share(CANARY, 20)
                .share(GREEN, 50);
        model.open(DIABETES, three.fleet());

        assertThat(retreat()).isEqualTo(GREEN);
        assertThat(model.retreat().orElseThrow().hasAllInForce()).isFalse();
    }

    @Test
    void the_way_out_leads_to_one_that_can_take_it_if_there_is_one() {
        model.open(DIABETES, allBlue.fleet());

        model.show(allBlue.share(BLUE, 90).share(GREEN, 10).creating(BLUE).fleet());
        assertThat(retreat()).isEqualTo(GREEN);

        model.show(allBlue.share(BLUE, 90)
                .share(GREEN, 10)
                .creating(BLUE)
                .creating(GREEN)
                .fleet());
        assertThat(retreat()).as("who presses is told why").isEqualTo(BLUE);
        model.show(PageFleet.of().fleet());
        assertThat(model.retreat()).isEmpty();
    }

    private DeploymentName retreat() {
        return model.retreat().orElseThrow().name();
    }

    @Test
    void a_draft_outlives_all_to_one_that_has_failed() {
        var three = PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 100).creating(GREEN);
        model.open(DIABETES, three.fleet());
        model.setShare(CANARY, 30);

        model.allTo(GREEN);

        assertThat(drafts()).containsExactly(70, 30, 0);
    }
}

package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Notice;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A draft of the split and one of the mirror, side by side on the page. */
class RoutingDraftsTest {

    private final TestBench desk = new TestBench();
    private final RoutingDrafts drafts = new RoutingDrafts(desk.notices);
    private final TrafficViewModel traffic = new TrafficViewModel(desk.bench.routings(), drafts);
    private final MirrorViewModel mirror = new MirrorViewModel(desk.bench.routings(), drafts);

    @Test
    void a_mirror_to_who_is_to_get_live_traffic_waits_and_says_why() {
        open(PageFleet.of(BLUE, GREEN).share(BLUE, 100));
        traffic.setShare(GREEN, 40);

        mirror.setShare(30);

        assertThat(mirror.heldBackProperty().get()).isTrue();
        assertThat(mirror.warningProperty().get())
                .isEqualTo("Not to be applied beside the draft above, which gives green 40 % of the live traffic: "
                        + "a deployment is live or shadow, never both. Discard one of the two drafts.");
        mirror.apply();
        traffic.applyWith(mirror.draft());
        assertThat(desk.control.asked).isEmpty();
        assertThat(traffic.problemProperty().get())
                .as("whoever presses the keys for both is told")
                .contains("never both", "Discard one of the two drafts");

        assertThat(traffic.heldBackProperty().get()).as("what was there before").isFalse();
        traffic.discard();
        assertThat(mirror.heldBackProperty().get()).isFalse();
        mirror.apply();
        assertThat(desk.control.asked).containsExactly("applyMirror diabetes green=30");
    }

    @Test
    void one_note_is_for_whichever_part_is_applied_and_the_mirror_asks_for_it_where_the_split_does_not() {
        open(PageFleet.of(BLUE, GREEN).share(BLUE, 100));
        mirror.setShare(30);
        assertThat(mirror.changedAloneProperty().get()).isTrue();
        traffic.setShare(GREEN, 40);
        assertThat(mirror.changedAloneProperty().get()).isFalse();

        traffic.note().textProperty().set("compare both");
        traffic.discard();
        mirror.apply();

        assertThat(mirror.changedAloneProperty().get()).isTrue();
        assertThat(desk.control.reasons).containsExactly("compare both");
        assertThat(traffic.note().textProperty().get()).isEmpty();
    }

    @Test
    void what_is_written_on_a_draft_goes_with_it_and_stays_with_its_endpoint() {
        open(PageFleet.of(BLUE, GREEN).share(BLUE, 100));
        drafts.show(PageFleet.DIABETES);
        traffic.setShare(GREEN, 40);
        traffic.note().textProperty().set("for ticket 12");

        drafts.show(new EndpointName("churn"));
        assertThat(traffic.note().textProperty().get()).isEmpty();
        drafts.show(PageFleet.DIABETES);
        assertThat(traffic.note().textProperty().get()).isEqualTo("for ticket 12");

        traffic.discard();
        assertThat(traffic.note().textProperty().get()).isEmpty();
    }

    @Test
    void a_live_share_of_who_is_to_be_the_shadow_waits_and_says_why() {
        open(PageFleet.of(BLUE, GREEN).share(BLUE, 100));
        mirror.setShare(30);

        traffic.setShare(GREEN, 40);

        assertThat(traffic.heldBackProperty().get()).isTrue();
        assertThat(traffic.warningProperty().get()).contains("makes green the shadow", "Discard one of the two");
        traffic.apply();
        assertThat(desk.control.asked).isEmpty();
        assertThat(mirror.heldBackProperty().get()).isFalse();

        mirror.discard();
        traffic.apply();
        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes blue=60 green=40");
    }

    @Test
    void both_are_forecast_together_where_they_go_together() {
        open(PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 100));
        var minute = minute();
        traffic.measure(minute);
        mirror.measure(minute);
        traffic.setShare(CANARY, 10);

        mirror.setTarget(GREEN);
        mirror.setShare(50);

        assertThat(load(CANARY)).isEqualTo(4);
        assertThat(load(GREEN)).as("copies, in the table of live traffic too").isEqualTo(20);
        traffic.turnOff();
        assertThat(mirror.warningProperty().get()).contains("nothing to mirror");
    }

    @Test
    void whoever_was_at_work_on_an_endpoint_that_somebody_else_deletes_is_told_what_was_not_applied() {
        open(PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 100));
        traffic.setShare(CANARY, 40);
        mirror.setTarget(GREEN);
        mirror.setShare(30);
        var churn = PageFleet.of(BLUE).fleetOf(new EndpointName("churn"));

        traffic.show(churn);
        mirror.show(churn);

        assertThat(desk.notices.notices())
                .containsExactly(
                        new Notice.WorthKnowing(
                                "diabetes is not there any more",
                                List.of(
                                        "What you had set up for it was not applied: blue 60 %, canary 40 %, mirror 30 % to green.")));
    }

    @Test
    void an_endpoint_without_a_draft_goes_without_a_word() {
        open(PageFleet.of(BLUE, GREEN).share(BLUE, 100));

        traffic.show(PageFleet.of(BLUE).fleetOf(new EndpointName("churn")));

        assertThat(desk.notices.notices()).isEmpty();
    }

    private void open(PageFleet fleet) {
        traffic.open(DIABETES, fleet.fleet());
        mirror.open(DIABETES, fleet.fleet());
    }

    private double load(DeploymentName name) {
        return traffic.rowsProperty().get().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .forecast()
                .load()
                .orElseThrow();
    }

    private static List<TrafficSample> minute() {
        return IntStream.range(0, 60)
                .mapToObj(second -> PageSamples.of(NOON.plusSeconds(second), BLUE, PageSamples.live(40, 10)))
                .toList();
    }
}

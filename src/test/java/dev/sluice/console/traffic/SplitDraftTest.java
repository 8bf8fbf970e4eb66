package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.traffic.SplitDraft.Fate;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SplitDraftTest {

    private static final Set<DeploymentName> ALL = Set.of(BLUE, CANARY, GREEN);

    private final SplitDraft draft = new SplitDraft();

    @BeforeEach
    void three_share_the_traffic() {
        draft.hold(split(50, 30, 20), ALL, ALL);
    }

    @Test
    void what_others_have_changed_stays_changed_under_the_users_own_move() {
        draft.move(GREEN, 40, ALL);

        assertThat(draft.hold(split(80, 0, 20), ALL, ALL)).isEqualTo(Fate.CARRIED_OVER);

        assertThat(draft.split()).isEqualTo(split(60, 0, 40));
        assertThat(draft.inForce()).isEqualTo(split(80, 0, 20));
    }

    @Test
    void what_the_user_has_applied_is_no_change_by_others() {
        draft.move(GREEN, 40, ALL);
        draft.send();
        var applied = draft.split();
        draft.move(BLUE, 10, ALL);
        var further = draft.split();

        assertThat(draft.hold(applied, ALL, ALL)).isEqualTo(Fate.NONE);

        assertThat(draft.split()).isEqualTo(further);
    }

    @Test
    void what_was_refused_takes_back_nothing_of_what_others_change_after_it() {
        draft.move(GREEN, 40, ALL);
        draft.send();

        assertThat(draft.hold(split(80, 0, 20), ALL, ALL)).isEqualTo(Fate.CARRIED_OVER);

        assertThat(draft.split()).isEqualTo(split(60, 0, 40));
    }

    @Test
    void a_draft_that_has_come_true_is_none_any_more() {
        draft.move(GREEN, 40, ALL);

        assertThat(draft.hold(draft.split(), ALL, ALL)).isEqualTo(Fate.NONE);

        assertThat(draft.isChanged()).isFalse();
        assertThat(draft.hold(split(50, 30, 20), ALL, ALL)).isEqualTo(Fate.NONE);
        assertThat(draft.split()).isEqualTo(split(50, 30, 20));
    }

    @Test
    void a_move_of_one_that_is_gone_is_lost_and_said_to_be() {
        draft.move(GREEN, 40, ALL);

        assertThat(draft.hold(split(100, 0, 0), Set.of(BLUE, CANARY), Set.of(BLUE, CANARY)))
                .isEqualTo(Fate.LOST);

        assertThat(draft.split()).isEqualTo(split(100, 0, 0));
    }

    @Test
    void to_turn_traffic_off_means_the_same_whatever_is_in_force() {
        draft.set(TrafficSplit.NONE);

        assertThat(draft.hold(split(0, 0, 100), ALL, ALL)).isEqualTo(Fate.CARRIED_OVER);

        assertThat(draft.split()).isEqualTo(TrafficSplit.NONE);
    }

    @Test
    void when_others_have_turned_traffic_off_the_whole_draft_stays() {
        draft.move(GREEN, 40, ALL);
        var mine = draft.split();

        assertThat(draft.hold(TrafficSplit.NONE, ALL, ALL)).isEqualTo(Fate.CARRIED_OVER);

        assertThat(draft.split()).isEqualTo(mine);
    }

    @Test
    void a_border_does_not_pass_a_lock() {
        draft.toggleLock(CANARY);

        draft.moveBetween(BLUE, CANARY, 70, ALL);

        assertThat(draft.split()).isEqualTo(split(50, 30, 20));
    }

    private static TrafficSplit split(int blue, int canary, int green) {
        return TrafficSplit.NONE
                .with(BLUE, new Percent(blue))
                .with(CANARY, new Percent(canary))
                .with(GREEN, new Percent(green));
    }
}

package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.console.support.routing.AllTo;
import dev.sluice.domain.DeploymentName;
import java.util.List;

/** Puts together what each line of the traffic page shows. */
record ShareRows(Eligibility eligibility, SplitDraft draft, Measurements measured, Forecasts forecasts) {

    /** With fewer there is nothing to keep while others move. */
    private static final int FEWEST_TO_LOCK = 3;

    List<ShareRow> all() {
        return eligibility.deployments().stream().map(this::row).toList();
    }

    private ShareRow row(DeploymentName name) {
        int share = draft.split().shareOf(name).value();
        var reach = draft.reach(eligibility.candidates());
        int lowest = isFlowing() ? reach.lowest(name) : share;
        int highest = isFlowing() ? reach.highest(name) : share;
        return new ShareRow(
                name,
                share,
                draft.inForce().shareOf(name).value(),
                measured.shareOf(name),
                lowest,
                highest,
                lock(name),
                reason(name, lowest == highest),
                new AllTo(eligibility.endpoint(), name)
                        .hindrance()
                        .map(Problems::told)
                        .orElse(""),
                forecasts.of(name));
    }

    private boolean isFlowing() {
        return draft.split().total() > 0;
    }

    private ShareRow.Lock lock(DeploymentName name) {
        if (eligibility.deployments().size() < FEWEST_TO_LOCK) {
            return ShareRow.Lock.NONE;
        }
        return draft.isLocked(name) ? ShareRow.Lock.CLOSED : ShareRow.Lock.OPEN;
    }

    private String reason(DeploymentName name, boolean stuck) {
        var against = eligibility.reasonAgainstLive(name);
        if (!against.isEmpty() || !stuck || !isFlowing() || draft.isLocked(name)) {
            return against;
        }
        boolean othersLocked =
                eligibility.candidates().stream().anyMatch(other -> !other.equals(name) && draft.isLocked(other));
        return Messages.of(othersLocked ? "traffic.reason.others-locked" : "traffic.reason.alone");
    }
}

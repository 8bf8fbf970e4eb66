package dev.sluice.console.traffic;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.console.support.routing.AllTo;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Percent;
import java.util.List;

/** Puts together what each line of the traffic page shows. */
record ShareRows(Eligibility eligibility, SplitDraft draft, Measurements measured, Forecasts forecasts) {

    /** With fewer there is nothing to keep while others move. */
    private static final int FEWEST_TO_LOCK = 3;

    /** More names than these make no sentence. */
    private static final int MOST_NAMES = 3;

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
                reason(name, lowest == highest, share == highest),
                new AllTo(eligibility.endpoint(), name)
                        .hindrance()
                        .map(Problems::told)
                        .orElse(""),
                forecasts.of(name));
    }

    /** Where the padlocks are that would have kept them, who gave way is told, and how to keep them. */
    String gaveWay() {
        var given = draft.gaveWay();
        if (given.isEmpty() || eligibility.deployments().size() < FEWEST_TO_LOCK) {
            return "";
        }
        var told = given.entrySet().stream()
                .map(move -> Messages.of(
                        "traffic.gave-way.one",
                        move.getKey(),
                        move.getValue(),
                        draft.split().shareOf(move.getKey()).value()))
                .collect(joining(", "));
        return Messages.of("traffic.gave-way", told);
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

    private String reason(DeploymentName name, boolean stuck, boolean atMost) {
        var against = eligibility.reasonAgainstLive(name);
        if (!against.isEmpty() || !isFlowing() || draft.isLocked(name)) {
            return against;
        }
        var locked = eligibility.candidates().stream()
                .filter(other -> !other.equals(name) && draft.isLocked(other))
                .toList();
        if (stuck) {
            return Messages.of(locked.isEmpty() ? "traffic.reason.alone" : "traffic.reason.others-locked");
        }
        var holding = locked.stream()
                .filter(other -> draft.split().shareOf(other).value() > 0)
                .toList();
        return atMost && !holding.isEmpty() ? limit(draft.split().shareOf(name), holding) : "";
    }

    /** Why it goes no further, where it has come to that. */
    private static String limit(Percent share, List<DeploymentName> locked) {
        var names = locked.size() > MOST_NAMES
                ? Messages.of("traffic.reason.others", locked.size())
                : locked.stream().map(DeploymentName::text).collect(joining(", "));
        return Messages.of("traffic.reason.at-most", share.value(), names, locked.size());
    }
}

package dev.sluice.console.traffic;

import dev.sluice.domain.DeploymentName;
import java.util.OptionalDouble;

/**
 * One deployment's line on the traffic page.
 *
 * @param draft the share that the user has set up but not applied, in percent
 * @param inForce the share that the router uses
 * @param measured the last minute's share of requests by traffic rules; empty without requests
 * @param lowest the least and {@code highest} the most that the draft can be moved to
 * @param reason why it cannot be moved, or cannot be raised, be it further than this; empty when it can
 * @param againstAll why it cannot be given all live traffic at once, and what to do; empty when it can
 * @param forecast what it would get under the draft, and what it can take
 */
record ShareRow(
        DeploymentName name,
        int draft,
        int inForce,
        OptionalDouble measured,
        int lowest,
        int highest,
        Lock lock,
        String reason,
        String againstAll,
        Forecast forecast) {

    /** Whether the user keeps this share as it is while others move. */
    enum Lock {
        OPEN,
        CLOSED,
        /** With one or two deployments there is nothing to keep: no lock is shown. */
        NONE
    }

    boolean isMovable() {
        return lock != Lock.CLOSED && lowest < highest;
    }

    boolean hasAllInForce() {
        return inForce == 100;
    }

    boolean isChanged() {
        return draft != inForce;
    }
}

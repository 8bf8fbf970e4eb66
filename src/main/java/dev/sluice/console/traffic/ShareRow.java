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
 * @param ability whether the deployment could take all of the live traffic at once
 * @param reason why it cannot be moved, or cannot be raised; empty when it can
 */
record ShareRow(
        DeploymentName name,
        int draft,
        int inForce,
        OptionalDouble measured,
        int lowest,
        int highest,
        Lock lock,
        Ability ability,
        String reason) {

    /** Whether the user keeps this share as it is while others move. */
    enum Lock {
        OPEN,
        CLOSED,
        /** With one or two deployments there is nothing to keep: no lock is shown. */
        NONE
    }

    /** Whether a deployment is able to answer live requests. */
    enum Ability {
        READY,
        /** It is the shadow: it could, once mirroring is stopped. */
        SHADOW,
        NOT_READY
    }

    boolean canTakeAll() {
        return ability != Ability.NOT_READY;
    }

    boolean isMovable() {
        return lock != Lock.CLOSED && lowest < highest;
    }

    boolean isChanged() {
        return draft != inForce;
    }
}

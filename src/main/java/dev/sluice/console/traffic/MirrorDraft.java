package dev.sluice.console.traffic;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import java.util.List;
import java.util.Optional;

/** The mirror that the user is setting up: one target and a share, 0 to 50. For the UI thread only. */
final class MirrorDraft {

    private Mirror inForce = Mirror.off();
    private Optional<DeploymentName> target = Optional.empty();
    private int share;

    Mirror mirror() {
        return target.map(name -> Mirror.to(name, new Percent(share))).orElse(Mirror.off());
    }

    Mirror inForce() {
        return inForce;
    }

    Optional<DeploymentName> target() {
        return target;
    }

    int share() {
        return share;
    }

    boolean isChanged() {
        return !mirror().equals(inForce);
    }

    void setTarget(DeploymentName name) {
        target = Optional.of(name);
    }

    /** Values outside 0 to 50 are taken as the nearest that is allowed. */
    void setShare(int percent) {
        share = Math.max(0, Math.min(Mirror.LIMIT.value(), percent));
    }

    void discard() {
        share = inForce instanceof Mirror.To to ? to.share().value() : 0;
        target = inForce instanceof Mirror.To to ? Optional.of(to.target()) : target;
    }

    /** Takes in the mirror that now holds; what the user has changed stays while its target is possible. */
    void hold(Mirror newer, List<DeploymentName> possible) {
        boolean untouched = !isChanged();
        inForce = newer;
        if (untouched
                || mirror().equals(newer)
                || !target.map(possible::contains).orElse(false)) {
            discard();
        }
        if (!target.map(possible::contains).orElse(false)) {
            target = possible.stream().findFirst();
        }
    }
}

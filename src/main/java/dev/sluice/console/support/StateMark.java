package dev.sluice.console.support;

import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DeploymentState.Creating;
import dev.sluice.domain.DeploymentState.Deleting;
import dev.sluice.domain.DeploymentState.Failed;
import dev.sluice.domain.DeploymentState.Scaling;
import dev.sluice.domain.DeploymentState.UpdateFailed;
import dev.sluice.domain.DeploymentState.Updating;

/** How a deployment's state looks: an icon, a style class and a word, the same wherever a state is shown. */
public enum StateMark {
    READY("mdi2c-check-circle", "state-ready", "state.ready"),
    CREATING("mdi2p-progress-clock", "state-busy", "state.creating"),
    SCALING("mdi2p-progress-clock", "state-busy", "state.scaling"),
    UPDATING("mdi2p-progress-clock", "state-busy", "state.updating"),
    UPDATE_FAILED("mdi2a-alert-circle", "state-busy", "state.update-failed"),
    FAILED("mdi2a-alert-circle", "state-failed", "state.failed"),
    DELETING("mdi2t-timer-sand", "state-leaving", "state.deleting");

    private final String icon;
    private final String styleClass;
    private final String key;

    StateMark(String icon, String styleClass, String key) {
        this.icon = icon;
        this.styleClass = styleClass;
        this.key = key;
    }

    public static StateMark of(DeploymentState state) {
        if (state instanceof Creating) {
            return CREATING;
        } else if (state instanceof Scaling) {
            return SCALING;
        } else if (state instanceof Failed) {
            return FAILED;
        } else if (state instanceof Updating) {
            return UPDATING;
        } else if (state instanceof UpdateFailed) {
            return UPDATE_FAILED;
        }
        return state instanceof Deleting ? DELETING : READY;
    }

    /** An Ikonli literal. */
    public String icon() {
        return icon;
    }

    public String styleClass() {
        return styleClass;
    }

    public String text() {
        return Messages.of(key);
    }
}

package dev.sluice.console.shell;

import dev.sluice.console.support.Selection;
import dev.sluice.control.Fleet;

/** What is to be chosen when a newer picture arrives: never something that is not there. */
final class Choice {

    private Choice() {}

    /** {@code awaited} as soon as it exists, else what was chosen, else what is next to it, else the first endpoint. */
    static Selection in(Fleet fleet, Selection awaited, Selection chosen) {
        if (exists(fleet, awaited)) {
            return awaited;
        } else if (exists(fleet, chosen)) {
            return chosen;
        }
        var parent = chosen instanceof Selection.OfDeployment gone
                ? new Selection.OfEndpoint(gone.deployment().endpoint())
                : chosen;
        return exists(fleet, parent) ? parent : first(fleet);
    }

    private static Selection first(Fleet fleet) {
        return fleet.endpoints().isEmpty()
                ? new Selection.Nothing()
                : new Selection.OfEndpoint(fleet.endpoints().get(0).spec().name());
    }

    private static boolean exists(Fleet fleet, Selection selection) {
        if (selection instanceof Selection.OfEndpoint of) {
            return fleet.endpoint(of.endpoint()).isPresent();
        }
        return selection instanceof Selection.OfDeployment of
                && fleet.deployment(of.deployment()).isPresent();
    }
}

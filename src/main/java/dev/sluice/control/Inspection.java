package dev.sluice.control;

import dev.sluice.assets.Settlement;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.Problem;
import dev.sluice.reconcile.Reconciler;
import java.util.List;
import java.util.stream.Stream;

/** Looks at a description before it is taken: what it refers to, and whether the engine could ever run it. */
record Inspection(Registry registry, Reconciler reconciler) {

    Settlement settle(DeploymentSpec described) {
        return registry.settle(described);
    }

    /** What {@code found} says, what the description refers to and is not there, and what the engine can never run. */
    List<Problem> problems(Settlement settlement, List<Problem> found) {
        var objections = reconciler.objections(settlement.meant());
        return Stream.concat(settlement.problemsAfter(found).stream(), objections.stream())
                .toList();
    }

    /** There are instances still of a deployment that was deleted. */
    boolean isStillThere(DeploymentId id) {
        return reconciler.remembers(id);
    }
}

package dev.sluice.console.edit;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What becomes of a running deployment when it gets another description, in words. Pure. */
final class DeploymentEffects {

    private DeploymentEffects() {}

    static List<String> of(DeploymentView view, DeploymentSpec edited) {
        var now = view.spec();
        var effects = new ArrayList<String>();
        if (!now.runsLike(edited)) {
            effects.add(Messages.of(
                    "plan.replace",
                    String.join(", ", replaced(now, edited)),
                    edited.instanceCount(),
                    edited.upgradeStep()));
            if (now.instanceCount() != edited.instanceCount()) {
                effects.add(Messages.of("plan.scale.first", now.instanceCount(), edited.instanceCount()));
            }
        } else if (now.instanceCount() != edited.instanceCount()) {
            effects.add(Scaling.effect(view, edited.instanceCount()));
        }
        if (!now.requests().equals(edited.requests())) {
            effects.add(Messages.of(
                    now.runsLike(edited) ? "plan.requests" : "plan.requests.later",
                    edited.requests().timeout().toMillis(),
                    edited.requests().maxConcurrentPerInstance()));
        }
        if (differ(now, edited, DeploymentSpec::collection) && now.runsLike(edited)) {
            effects.add(Messages.of("plan.collection"));
        }
        if (!now.labels().equals(edited.labels())) {
            effects.add(Messages.of("plan.labels"));
        }
        dropped(view, edited, effects);
        return effects;
    }

    /** What another version that is under way, or has failed, has to do with it. */
    private static void dropped(DeploymentView view, DeploymentSpec edited, List<String> effects) {
        if (view.state() instanceof DeploymentState.Updating updating
                && !updating.next().equals(edited)) {
            effects.add(Messages.of("plan.drops-update"));
        }
    }

    private static List<String> replaced(DeploymentSpec now, DeploymentSpec edited) {
        var parts = new ArrayList<String>();
        add(parts, "plan.part.model", differ(now, edited, DeploymentSpec::model));
        add(parts, "plan.part.code", differ(now, edited, DeploymentSpec::code));
        add(parts, "plan.part.environment", differ(now, edited, DeploymentSpec::environment));
        add(parts, "plan.part.variables", differ(now, edited, DeploymentSpec::environmentVariables));
        add(parts, "plan.part.size", differ(now, edited, DeploymentSpec::instanceType));
        add(
                parts,
                "plan.part.collection",
                differ(now, edited, spec -> spec.collection().ofScripts()));
        add(
                parts,
                "plan.part.probes",
                differ(now, edited, DeploymentSpec::liveness) || differ(now, edited, DeploymentSpec::readiness));
        return parts;
    }

    private static void add(List<String> parts, String key, boolean differs) {
        if (differs) {
            parts.add(Messages.of(key));
        }
    }

    private static boolean differ(DeploymentSpec now, DeploymentSpec edited, Function<DeploymentSpec, Object> part) {
        return !part.apply(now).equals(part.apply(edited));
    }
}

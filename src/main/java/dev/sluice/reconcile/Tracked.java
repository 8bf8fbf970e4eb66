package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.engine.Instance;
import dev.sluice.reconcile.Planner.Seen;
import dev.sluice.reconcile.Planner.Seen.Condition;
import java.time.Instant;

/** One instance as the reconciler knows it: what the engine says, and how far it has come. */
public record Tracked(Instance instance, Condition condition, Instant since) {

    public String name() {
        return instance.key().name();
    }

    public DeploymentId deployment() {
        return instance.key().deployment();
    }

    Tracked with(Instance newer) {
        return new Tracked(newer, condition, since);
    }

    Tracked become(Condition next, Instant now) {
        return condition == next ? this : new Tracked(instance, next, now);
    }

    Seen seen() {
        return new Seen(name(), deployment(), instance.key().generation(), condition, since);
    }
}

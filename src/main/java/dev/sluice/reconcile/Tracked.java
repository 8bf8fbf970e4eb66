package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.engine.Instance;
import dev.sluice.reconcile.Planner.Seen;
import dev.sluice.reconcile.Planner.Seen.Condition;
import java.time.Instant;

/**
 * One instance as the reconciler knows it: what the engine says, and how far it has come.
 *
 * @param fault why it was given up although it has not ended
 */
public record Tracked(Instance instance, Condition condition, Instant since, Fault fault) {

    /** What an instance that still runs is given up for. */
    public enum Fault {
        NONE(""),
        NEVER_READY("not ready in time"),
        NOT_ALIVE("liveness probe failed");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** In a few words, for people. */
        public String words() {
            return words;
        }
    }

    Tracked(Instance instance, Condition condition, Instant since) {
        this(instance, condition, since, Fault.NONE);
    }

    /** Whether it is out of the engine's hands, or given up although it was ready once. */
    public boolean hasCrashed() {
        return condition == Condition.ENDED
                && (instance.status() instanceof Instance.Status.Ended || fault == Fault.NOT_ALIVE);
    }

    /** How it ended, in a few words: "exit code 3", "not ready in time"; empty if it has not. */
    public String end() {
        return instance.status() instanceof Instance.Status.Ended ended ? ended.reason() : fault.words();
    }

    public String name() {
        return instance.key().name();
    }

    public DeploymentId deployment() {
        return instance.key().deployment();
    }

    Tracked with(Instance newer) {
        return new Tracked(newer, condition, since, fault);
    }

    Tracked become(Condition next, Instant now) {
        return condition == next ? this : new Tracked(instance, next, now, fault);
    }

    Tracked failed(Fault why, Instant now) {
        return new Tracked(instance, Condition.ENDED, now, why);
    }

    Seen seen() {
        return new Seen(name(), deployment(), instance.key().generation(), condition, since);
    }
}

package dev.sluice.console.edit;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentSpec;

/** What another number of instances means, in words. */
public final class Scaling {

    private Scaling() {}

    /** What happens when a deployment like this gets {@code count} instances, which is not what it has. */
    public static String effect(DeploymentSpec now, int count) {
        int from = now.instanceCount();
        if (count < from) {
            return Messages.of("plan.scale.down", from, count, from - count);
        }
        int more = count - from;
        return Messages.of(
                "plan.scale.up",
                from,
                count,
                more,
                more * now.instanceType().cores(),
                more * now.instanceType().memoryMiB() / 1024.0);
    }
}

package dev.sluice.console.edit;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.DeploymentView;

/** What another number of instances means, in words. */
public final class Scaling {

    private Scaling() {}

    /** What happens when a deployment like this gets {@code count} instances, which is not what it has. */
    public static String effect(DeploymentView now, int count) {
        int from = now.spec().instanceCount();
        if (count < from) {
            return Messages.of("plan.scale.down", from, count, from - count);
        }
        int more = count - from;
        return Messages.of(
                "plan.scale.up",
                from,
                count,
                more,
                more * now.size().cores(),
                more * now.size().memoryMiB() / 1024.0);
    }
}

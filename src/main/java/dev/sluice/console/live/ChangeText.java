package dev.sluice.console.live;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Change.What;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.TrafficSplit;
import java.util.stream.Collectors;

/** Changes in words. */
final class ChangeText {

    private ChangeText() {}

    static String of(What what) {
        if (what instanceof What.Traffic traffic) {
            return Messages.of("live.change.traffic", split(traffic.before()), split(traffic.after()));
        }
        if (what instanceof What.Mirrored mirrored) {
            return mirror(mirrored.after());
        }
        if (what instanceof What.Created created) {
            return Messages.of("live.change.created", created.deployment());
        }
        if (what instanceof What.Ready ready) {
            return Messages.of("live.change.ready", ready.deployment());
        }
        if (what instanceof What.GivenUp failed) {
            return Messages.of("live.change.given-up", failed.deployment());
        }
        if (what instanceof What.Updated updated) {
            return Messages.of("live.change.updated", updated.deployment());
        }
        if (what instanceof What.Scaled scaled) {
            return Messages.of("live.change.scaled", scaled.deployment(), scaled.before(), scaled.after());
        }
        if (what instanceof What.Crashed crashed) {
            return Messages.of("live.change.crashed", crashed.instance(), crashed.reason());
        }
        return Messages.of("live.change.deleted", ((What.Deleted) what).deployment());
    }

    private static String split(TrafficSplit split) {
        return split.shares().isEmpty()
                ? Messages.of("live.change.traffic.none")
                : split.shares().entrySet().stream()
                        .map(share -> share.getKey() + " " + share.getValue().value() + " %")
                        .collect(Collectors.joining(", "));
    }

    private static String mirror(Mirror mirror) {
        return mirror instanceof Mirror.To to
                ? Messages.of("live.change.mirror", to.share().value(), to.target())
                : Messages.of("live.change.mirror.off");
    }
}

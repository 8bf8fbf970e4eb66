package dev.sluice.console.support.routing;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;

/** A routing as one would say it: "blue 90 %, green 10 %; mirror 20 % to canary". */
public final class RoutingInWords {

    private RoutingInWords() {}

    public static String of(Routing routing) {
        return routing.mirror() instanceof Mirror.To to
                ? Messages.of("traffic.words.with-mirror", of(routing.traffic()), of(to))
                : of(routing.traffic());
    }

    public static String of(TrafficSplit split) {
        return split.total() == 0
                ? Messages.of("traffic.words.none")
                : split.shares().entrySet().stream()
                        .map(share -> Messages.of(
                                "traffic.words.share",
                                share.getKey(),
                                share.getValue().value()))
                        .collect(joining(", "));
    }

    public static String of(Mirror mirror) {
        return mirror instanceof Mirror.To to
                ? Messages.of("traffic.words.mirror", to.share().value(), to.target())
                : Messages.of("traffic.words.no-mirror");
    }
}

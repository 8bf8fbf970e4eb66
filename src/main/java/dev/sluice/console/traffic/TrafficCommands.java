package dev.sluice.console.traffic;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.Reach;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be done on the traffic page now, by name. Who is given all traffic, and what is taken back, the window offers
 * from everywhere.
 *
 * @param apply applies all drafts, with what is typed but not yet entered
 * @param discard throws all drafts away
 */
record TrafficCommands(
        TrafficViewModel traffic, MirrorViewModel mirror, Reach reach, Runnable apply, Runnable discard) {

    List<Command> now() {
        return Stream.of(drafts(), live(), mirrored()).flatMap(List::stream).toList();
    }

    private List<Command> drafts() {
        boolean some =
                traffic.changedProperty().get() || mirror.changedProperty().get();
        if (!some || traffic.busyProperty().get()) {
            return List.of();
        }
        var away = Command.action(Messages.of("traffic.command.discard"), "Esc", discard)
                .changingTraffic();
        return reach.allows(Needs.RUNTIME)
                ? List.of(
                        Command.action(Messages.of("traffic.command.apply"), "Ctrl+Enter", apply)
                                .changingTraffic(),
                        away)
                : List.of(away);
    }

    private List<Command> live() {
        if (!traffic.canFlowProperty().get()) {
            return List.of();
        }
        return List.of((traffic.flowingProperty().get()
                        ? Command.action(Messages.of("traffic.command.off"), traffic::turnOff)
                        : Command.action(Messages.of("traffic.command.on"), traffic::turnOn))
                .changingTraffic());
    }

    private List<Command> mirrored() {
        return mirror.runningProperty().get() && reach.allows(Needs.RUNTIME)
                ? List.of(Command.action(Messages.of("traffic.command.stop-mirror"), mirror::stop)
                        .changingTraffic())
                : List.of();
    }
}

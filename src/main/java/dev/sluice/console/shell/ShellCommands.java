package dev.sluice.console.shell;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.Command.Kind;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.support.routing.AllTo;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything the palette offers, from the newest picture. For the UI thread only. */
final class ShellCommands {

    private final Workbench bench;
    private final ShellViewModel model;
    private final Tabs tabs;
    private final Deeds deeds;
    private final Actions actions;

    ShellCommands(Workbench bench, ShellViewModel model, Tabs tabs, Deeds deeds, Actions actions) {
        this.bench = bench;
        this.model = model;
        this.tabs = tabs;
        this.deeds = deeds;
        this.actions = actions;
    }

    /** The first is what Enter does when nothing is typed, so the pages come first: they change nothing. */
    List<Command> all() {
        var endpoints = model.fleetProperty().get().endpoints();
        return Stream.of(
                        endpoints.isEmpty() ? List.<Command>of() : tabs.commands(),
                        tabs.commandsOfPage(),
                        of(endpoints, this::goTo),
                        bench.reach().lost().get() ? List.<Command>of() : of(endpoints, this::changes),
                        tabs.commandsOfAllPages(bench.reach()),
                        deeds.commands(),
                        actions.commands())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Command> of(List<EndpointView> endpoints, Function<EndpointView, Stream<Command>> commands) {
        return endpoints.stream().flatMap(commands).toList();
    }

    private Stream<Command> goTo(EndpointView endpoint) {
        var name = endpoint.spec().name();
        return Stream.concat(
                Stream.of(new Command(
                        Kind.ENDPOINT,
                        Messages.of("palette.endpoint", name),
                        "",
                        () -> model.select(new Selection.OfEndpoint(name)))),
                endpoint.deployments().stream()
                        .map(deployment -> deployment.spec().id())
                        .map(id -> new Command(
                                Kind.DEPLOYMENT,
                                Messages.of("palette.deployment", id),
                                "",
                                () -> model.select(new Selection.OfDeployment(id)))));
    }

    private Stream<Command> changes(EndpointView endpoint) {
        var name = endpoint.spec().name();
        return Stream.concat(
                Stream.of(Command.action(
                        Messages.of("palette.new-deployment", name),
                        () -> model.drawer().newDeployment(name))),
                endpoint.deployments().stream()
                        .map(deployment -> deployment.spec().id().deployment())
                        .filter(deployment -> wouldTakeAll(endpoint, deployment))
                        .map(deployment -> Command.action(
                                        Messages.of("palette.all-to", name, deployment), () -> allTo(name, deployment))
                                .changingTraffic()));
    }

    private static boolean wouldTakeAll(EndpointView endpoint, DeploymentName deployment) {
        return new AllTo(endpoint, deployment).hindrance().isEmpty()
                && !endpoint.routing().traffic().equals(TrafficSplit.allTo(deployment));
    }

    /** What is taken back later is what is in force now, not when the palette was opened. */
    private void allTo(EndpointName name, DeploymentName deployment) {
        model.fleetProperty()
                .get()
                .endpoint(name)
                .ifPresent(endpoint -> bench.routings()
                        .allTo(endpoint, deployment, Messages.of("palette.all-to.done", name, deployment)));
    }
}

package dev.sluice.console.shell;

import dev.sluice.console.shell.Spotlight.Spot;
import dev.sluice.console.support.Command;
import dev.sluice.console.support.Deed;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be done with endpoints and deployments, for the palette and the tree's menu. For the UI thread only. */
final class Deeds {

    private static final String SUMMARY = "overview-section-summary";
    private static final Spot SCALE = new Spot("overview", List.of(SUMMARY), List.of("overview-wanted"));
    private static final Spot REDEPLOY = new Spot("overview", List.of(SUMMARY), List.of("overview-redeploy"));
    private static final Spot DELETE_DEPLOYMENT =
            new Spot("overview", List.of(SUMMARY), List.of("overview-delete-deployment", "overview-delete-failed"));
    private static final Spot DELETE = new Spot("overview", List.of(SUMMARY), List.of("overview-delete"));
    private static final Spot KEYS =
            new Spot("overview", List.of(SUMMARY), List.of("overview-regenerate-primary", "overview-copy-token"));
    private static final Spot YAML = new Spot("overview", List.of("overview-section-yaml"), List.of("yaml-editor"));
    private static final Spot MIRROR = new Spot("traffic", List.of("mirror-fold"), List.of("mirror-target"));
    private static final Spot INVOKE = new Spot("invoke", List.of(), List.of("invoke-body", "invoke-send"));
    private static final Spot COMPARE =
            new Spot("invoke", List.of("invoke-tab-compare"), List.of("invoke-compare-left"));
    private static final Spot SEND_MANY = new Spot("invoke", List.of(), List.of("invoke-burst-size"));

    /** In the order of the pages. */
    private static final List<Export> EXPORTS = List.of(
            new Export("deed.export.live", new Spot("live", List.of(), List.of("live-export"))),
            new Export("deed.export.logs", new Spot("logs", List.of(), List.of("logs-export"))),
            new Export("deed.export.activity", new Spot("activity", List.of(), List.of("activity-csv"))));

    /**
     * Something that a page has to be taken along.
     *
     * @param key of what it is called
     */
    private record Export(String key, Spot spot) {

        /** Of what has been done there is something to tell without an endpoint, too. */
        boolean isThere(ShellViewModel.Scene scene) {
            return scene == ShellViewModel.Scene.PAGES || spot.page().equals("activity");
        }
    }

    private final Workbench bench;
    private final ShellViewModel model;
    private final Spotlight spotlight;
    private final Predicate<String> hasPage;

    /** @param hasPage whether there is a page of that id */
    Deeds(Workbench bench, ShellViewModel model, Spotlight spotlight, Predicate<String> hasPage) {
        this.bench = bench;
        this.model = model;
        this.spotlight = spotlight;
        this.hasPage = hasPage;
    }

    /** What can be done now with what is chosen in the tree. */
    List<Deed> of(Selection thing) {
        var fleet = model.fleetProperty().get();
        if (thing instanceof Selection.OfDeployment of) {
            var id = of.deployment();
            return fleet.endpoint(id.endpoint())
                    .filter(endpoint -> endpoint.deployment(id.deployment()).isPresent())
                    .map(endpoint -> possible(ofDeployment(endpoint, id)))
                    .orElse(List.of());
        }
        return thing.scope()
                .flatMap(fleet::endpoint)
                .map(endpoint -> possible(ofEndpoint(endpoint)))
                .orElse(List.of());
    }

    /** Everything, of what is chosen first. */
    List<Command> commands() {
        var fleet = model.fleetProperty().get();
        var all = fleet.endpoints().stream()
                .flatMap(endpoint -> Stream.concat(
                        Stream.<Selection>of(
                                new Selection.OfEndpoint(endpoint.spec().name())),
                        endpoint.deployments().stream()
                                .map(deployment -> new Selection.OfDeployment(
                                        deployment.spec().id()))));
        var chosen = model.selectionProperty().get();
        var deeds = Stream.concat(Stream.of(chosen), all.filter(Predicate.not(chosen::equals)))
                .flatMap(thing -> of(thing).stream())
                .map(deed -> Command.action(deed.titleOf(), deed.run()));
        return Stream.concat(deeds, exports()).toList();
    }

    private Stream<Command> exports() {
        return EXPORTS.stream()
                .filter(export -> hasPage.test(export.spot().page()))
                .filter(export -> export.isThere(model.sceneProperty().get()))
                .map(export -> Command.action(Messages.of(export.key()), () -> {
                    model.pageProperty().set(export.spot().page());
                    spotlight.turnTo(export.spot());
                }));
    }

    private List<Deed> possible(Stream<Optional<Deed>> deeds) {
        return deeds.flatMap(Optional::stream)
                .filter(deed -> bench.reach().allows(deed.needs()))
                .toList();
    }

    private Stream<Optional<Deed>> ofDeployment(EndpointView endpoint, DeploymentId id) {
        var chosen = new Selection.OfDeployment(id);
        return Stream.of(
                at(INVOKE, "deed.invoke", "deed.invoke.of", chosen, id, Needs.NOTHING),
                Optional.of(deed("deed.logs", "deed.logs.of", id, Needs.NOTHING, () -> {
                            model.select(chosen);
                            bench.jumps().toLogs(id, "");
                        }))
                        .filter(deed -> hasPage.test("logs")),
                at(SCALE, "deed.scale", "deed.scale.of", chosen, id, Needs.RUNTIME),
                at(REDEPLOY, "deed.redeploy", "deed.redeploy.of", chosen, id, Needs.RUNTIME),
                Optional.of(copyName(id.deployment().text(), id)),
                Optional.of(copyAddress(endpoint, id)),
                Optional.of(asking(DELETE_DEPLOYMENT, "deed.delete-deployment.of", chosen, id)));
    }

    private Stream<Optional<Deed>> ofEndpoint(EndpointView endpoint) {
        var name = endpoint.spec().name();
        var chosen = new Selection.OfEndpoint(name);
        boolean any = !endpoint.deployments().isEmpty();
        boolean several = endpoint.deployments().size() > 1;
        return Stream.of(
                at(INVOKE, "deed.invoke", "deed.invoke.of", chosen, name, Needs.NOTHING)
                        .filter(deed -> any),
                at(SEND_MANY, "deed.send-many", "deed.send-many.of", chosen, name, Needs.NOTHING)
                        .filter(deed -> any),
                at(COMPARE, "deed.compare", "deed.compare.of", chosen, name, Needs.NOTHING)
                        .filter(deed -> several),
                at(MIRROR, "deed.mirror", "deed.mirror.of", chosen, name, Needs.RUNTIME)
                        .filter(deed -> several),
                at(KEYS, "deed.keys", "deed.keys.of", chosen, name, Needs.RUNTIME),
                at(YAML, "deed.yaml", "deed.yaml.of", chosen, name, Needs.NOTHING),
                Optional.of(copyName(name.text(), name)),
                Optional.of(copyAddress(endpoint, name)),
                Optional.of(asking(DELETE, "deed.delete-endpoint.of", chosen, name)));
    }

    private Optional<Deed> at(Spot spot, String key, String keyOf, Selection chosen, Object name, Needs needs) {
        return hasPage.test(spot.page())
                ? Optional.of(deed(key, keyOf, name, needs, () -> {
                    lookAt(spot, chosen);
                    spotlight.turnTo(spot);
                }))
                : Optional.empty();
    }

    private Deed asking(Spot spot, String keyOf, Selection chosen, Object name) {
        return deed("deed.delete", keyOf, name, Needs.RUNTIME, () -> {
            lookAt(spot, chosen);
            spotlight.press(spot);
        });
    }

    private void lookAt(Spot spot, Selection chosen) {
        model.select(chosen);
        model.pageProperty().set(spot.page());
    }

    private Deed copyName(String text, Object name) {
        return deed("deed.copy-name", "deed.copy-name.of", name, Needs.NOTHING, () -> copy(text));
    }

    private Deed copyAddress(EndpointView endpoint, Object name) {
        return deed("deed.copy-uri", "deed.copy-uri.of", name, Needs.NOTHING, () -> copy(endpoint.scoringUri()));
    }

    private void copy(String text) {
        bench.clipboard().put(text);
        bench.notices().done(Messages.of("copied", text));
    }

    private static Deed deed(String key, String keyOf, Object name, Needs needs, Runnable run) {
        return new Deed(Messages.of(key), Messages.of(keyOf, name), needs, run);
    }
}

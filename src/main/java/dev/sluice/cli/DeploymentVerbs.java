package dev.sluice.cli;

import dev.sluice.cli.Branch.Verb;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.DeploymentId;
import dev.sluice.manifest.Manifests;
import java.util.List;
import java.util.stream.Stream;

/** {@code ml online-deployment}. */
final class DeploymentVerbs {

    private static final Flag NAME = Flags.of(Flags.NAME, "Name of the deployment.");
    private static final Flag FILE = Flags.of(
            Flags.FILE, "Local path to the YAML file containing the Azure ML online-deployment specification.");
    private static final Flag ALL_TRAFFIC = Flag.alone(
            "Sets endpoint traffic 100% to this deployment after successful creation, does not work with --no-wait.",
            "--all-traffic");
    private static final Flag SKIP_VALIDATION =
            Flag.alone("No effect here: the scoring script is tried by starting it.", "--skip-script-validation");
    private static final Flag VSCODE = Flag.trueOrFalse("No effect here.", "--vscode-debug");
    private static final Flag GPU = Flag.trueOrFalse("No effect here.", "--local-enable-gpu");

    private DeploymentVerbs() {}

    static List<Branch> all() {
        return List.of(
                verb(
                        "create",
                        "Create a deployment. If the deployment already exists, it will fail. If you want to update"
                                + " existing deployment, use ml online-deployment update.",
                        DeploymentVerbs::create,
                        FILE.required(),
                        NAME,
                        Flags.ENDPOINT,
                        ALL_TRAFFIC,
                        Flags.SET,
                        SKIP_VALIDATION,
                        Flags.NO_WAIT,
                        Flags.INSIST,
                        VSCODE,
                        GPU,
                        Flags.WEB),
                verb(
                        "delete",
                        "Delete a deployment.",
                        DeploymentVerbs::delete,
                        NAME.required(),
                        Flags.ENDPOINT.required(),
                        Flags.YES,
                        Flags.NO_WAIT,
                        Flags.INSIST),
                verb(
                        "get-logs",
                        "Get the container logs for an online deployment.",
                        Logs::run,
                        NAME.required(),
                        Flags.ENDPOINT.required(),
                        Logs.LINES,
                        Logs.CONTAINER),
                verb("list", "List deployments.", DeploymentVerbs::list, Flags.ENDPOINT.required()),
                verb(
                        "show",
                        "Show a deployment.",
                        DeploymentVerbs::show,
                        NAME.required(),
                        Flags.ENDPOINT.required(),
                        Flags.WEB),
                verb(
                        "update",
                        "Update a deployment. What is not named stays as it is.",
                        DeploymentUpdate::run,
                        NAME,
                        Flags.ENDPOINT,
                        FILE,
                        Flags.SET,
                        Flags.ADD,
                        Flags.REMOVE,
                        Flags.FORCE_STRING,
                        SKIP_VALIDATION,
                        Flags.NO_WAIT,
                        Flags.INSIST,
                        VSCODE,
                        GPU,
                        Flags.WEB));
    }

    private static Verb verb(String name, String summary, Branch.Action action, Flag... flags) {
        var all = Stream.concat(Stream.of(flags), Stream.of(Flags.LOCAL, Flags.GROUP, Flags.WORKSPACE));
        return new Verb(name, summary, all.toList(), action);
    }

    private static void create(Session session, Arguments given) {
        if (given.has(ALL_TRAFFIC) && given.has(Flags.NO_WAIT)) {
            throw CommandFailed.usage(ALL_TRAFFIC + " does not work with " + Flags.NO_WAIT
                    + ": the traffic moves when the deployment is ready, which somebody must see");
        }
        var file = given.file(FILE).orElseThrow();
        var read = Session.read(
                Manifests.readDeployment(file, named(Edits.of(given)).overrides()));
        session.tell(read.notices());
        long earlier = Waiting.newestJob(session.fleet(), read.spec().id());
        var traffic = given.has(ALL_TRAFFIC) ? InitialTraffic.ALL : InitialTraffic.NONE;
        session.applied(session.control(given).createDeployment(read.spec(), traffic), read.places()::placed);
        end(session, given, read.spec().id(), "create", earlier);
    }

    static Edits named(Edits edits) {
        return edits.with(NAME, "name").with(Flags.ENDPOINT, "endpoint_name");
    }

    /**
     * Waits for the end of what was begun and shows the deployment as it is then, unless that was not wanted.
     *
     * @param earlier the newest job of the deployment before that
     */
    static void end(Session session, Arguments given, DeploymentId id, String verb, long earlier) {
        if (given.has(Flags.NO_WAIT)) {
            session.voice()
                    .say("The " + verb + " of " + id + " goes on in the runtime; see how far it is by 'ml"
                            + " online-deployment show -n " + id.deployment() + " -e " + id.endpoint() + "'");
            return;
        }
        var fleet = new Waiting(session, verb + " deployment " + id).forJobOf(id, earlier);
        var endpoint = Session.in(fleet, id.endpoint());
        session.print(Shapes.deployment(Session.in(endpoint, id)));
    }

    private static void show(Session session, Arguments given) {
        session.print(Shapes.deployment(session.deployment(given.deployment())));
    }

    private static void list(Session session, Arguments given) {
        var endpoint = session.endpoint(given.endpoint(Flags.ENDPOINT));
        session.print(Shapes.list(endpoint.deployments().stream().map(Shapes::deployment)));
    }

    private static void delete(Session session, Arguments given) {
        var id = given.deployment();
        session.deployment(id);
        Confirmation.get(session, given, "delete deployment " + id);
        session.applied(session.control(given).deleteDeployment(id));
        if (!given.has(Flags.NO_WAIT)) {
            new Waiting(session, "delete deployment " + id).forEndOf(id);
        }
    }
}

package dev.sluice.cli;

import dev.sluice.cli.Branch.Verb;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.KeyType;
import dev.sluice.manifest.Manifests;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code ml online-endpoint}. */
final class EndpointVerbs {

    private static final Flag NAME = Flags.of(Flags.NAME, "Name of the online endpoint.");
    private static final Flag FILE =
            Flags.of(Flags.FILE, "Local path to the YAML file containing the Azure ML online-endpoint specification.");
    private static final Flag AUTH_MODE = Flag.text(
            "MODE",
            "Authentication method for the endpoint. Allowed values: key, aml_token. Default: key.",
            "--auth-mode");
    private static final Flag KEY_TYPE = Flag.oneOf(
            List.of("primary", "secondary"), "The type of key to regenerate. Default: primary.", "--key-type");

    private EndpointVerbs() {}

    static List<Branch> all() {
        return List.of(
                verb(
                        "create",
                        "Create an endpoint.",
                        EndpointVerbs::create,
                        NAME,
                        FILE,
                        AUTH_MODE,
                        Flags.SET,
                        Flags.NO_WAIT,
                        Flags.WEB),
                verb(
                        "delete",
                        "Delete an endpoint.",
                        EndpointVerbs::delete,
                        NAME.required(),
                        Flags.YES,
                        Flags.NO_WAIT,
                        Flags.INSIST),
                verb(
                        "get-credentials",
                        "List the token/keys for an online endpoint.",
                        EndpointVerbs::credentials,
                        NAME.required()),
                verb(
                        "invoke",
                        "Invoke an endpoint. The scoring results will be returned immediately.",
                        Invoke::run,
                        NAME.required(),
                        Invoke.REQUEST_FILE,
                        Invoke.DEPLOYMENT),
                verb("list", "List endpoints in a workspace.", EndpointVerbs::list),
                verb(
                        "regenerate-keys",
                        "Regenerate the keys for an online endpoint.",
                        EndpointVerbs::regenerateKeys,
                        NAME.required(),
                        KEY_TYPE,
                        Flags.NO_WAIT),
                verb("show", "Show details for an endpoint.", EndpointVerbs::show, NAME.required()),
                verb(
                        "update",
                        "Update an endpoint: its description, tags, traffic, and whatever --set names.",
                        EndpointUpdate::run,
                        NAME,
                        FILE,
                        EndpointUpdate.TRAFFIC,
                        EndpointUpdate.MIRROR_TRAFFIC,
                        Flags.SET,
                        Flags.ADD,
                        Flags.REMOVE,
                        Flags.FORCE_STRING,
                        Flags.NO_WAIT,
                        Flags.WEB));
    }

    private static Verb verb(String name, String summary, Branch.Action action, Flag... flags) {
        var all = Stream.concat(Stream.of(flags), Stream.of(Flags.LOCAL, Flags.GROUP, Flags.WORKSPACE));
        return new Verb(name, summary, all.toList(), action);
    }

    private static void create(Session session, Arguments given) {
        if (!given.has(NAME) && !given.has(FILE)) {
            throw CommandFailed.usage("the following arguments are required: " + NAME + " or " + FILE);
        }
        var overrides =
                Edits.of(given).with(NAME, "name").with(AUTH_MODE, "auth_mode").overrides();
        var read = given.file(FILE)
                .map(file -> Session.read(Manifests.readEndpoint(file, overrides)))
                .orElseGet(() -> Session.readAsTyped(Manifests.endpointOf(overrides)));
        session.tell(read.notices());
        session.applied(session.control().createEndpoint(read.spec()), read.places()::placed);
        answer(session, given, read.spec().name());
    }

    /** The endpoint as it is now, unless the command was not to wait for anything. */
    static void answer(Session session, Arguments given, EndpointName name) {
        if (!given.has(Flags.NO_WAIT)) {
            session.print(Shapes.endpoint(session.endpoint(name)));
        }
    }

    private static void show(Session session, Arguments given) {
        session.print(Shapes.endpoint(session.endpoint(given.endpoint(NAME))));
    }

    private static void list(Session session, Arguments given) {
        session.print(Shapes.list(session.fleet().endpoints().stream().map(Shapes::endpoint)));
    }

    private static void delete(Session session, Arguments given) {
        var name = given.endpoint(NAME);
        session.endpoint(name);
        Confirmation.get(session, given, "delete endpoint " + name + " and all that is deployed there");
        session.applied(session.control(given).deleteEndpoint(name));
        if (!given.has(Flags.NO_WAIT)) {
            new Waiting(session, "delete endpoint " + name).forEndOf(name);
        }
    }

    private static void credentials(Session session, Arguments given) {
        var name = given.endpoint(NAME);
        session.endpoint(name);
        session.print(Shapes.credentials(session.answered(session.control().credentials(name))));
    }

    private static void regenerateKeys(Session session, Arguments given) {
        var type = KeyType.valueOf(given.text(KEY_TYPE).orElse("primary").toUpperCase(Locale.ROOT));
        session.applied(session.control().regenerateKey(given.endpoint(NAME), type));
    }
}

package dev.sluice.control.http;

import dev.sluice.control.http.Route.Call;
import dev.sluice.control.http.Route.ForCommand;
import dev.sluice.control.http.Route.ForQuestion;
import dev.sluice.control.http.Route.ForSubject;
import dev.sluice.control.http.Route.Method;
import dev.sluice.control.http.Route.Plain;
import dev.sluice.control.http.json.SnakeCase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a runtime offers to other processes, in one table: the server answers by it, the remote face asks by it, and
 * the OpenAPI document describes it. Immutable.
 */
final class Api {

    /** A change that programs of before cannot follow makes another version, with paths of its own. */
    static final String VERSION = "1";

    private static final Api V1 = new Api("/v1");

    private final Map<String, Route> byPath;
    private final Map<Class<?>, Route> byType;

    private Api(String base) {
        byPath = Stream.of(
                        commands(base + "/commands/"),
                        questions(base + "/questions/"),
                        streams(base + "/streams/"),
                        plain(base + "/"))
                .flatMap(List::stream)
                .collect(Collectors.toMap(Route::path, Function.identity(), Api::twice, LinkedHashMap::new));
        byType = byPath.values().stream()
                .filter(route -> !(route instanceof Plain))
                .collect(Collectors.toMap(Route::type, Function.identity()));
    }

    private static Route twice(Route one, Route other) {
        throw new IllegalStateException("two at " + one.path() + ": " + one + ", " + other);
    }

    static Api v1() {
        return V1;
    }

    Collection<Route> routes() {
        return byPath.values();
    }

    /** What is at {@code path}, whatever the method. */
    Optional<Route> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    Route of(Command command) {
        return ofType(command);
    }

    Route of(Question<?> question) {
        return ofType(question);
    }

    Route of(Subject<?> subject) {
        return ofType(subject);
    }

    private Route ofType(Object value) {
        var route = byType.get(value.getClass());
        if (route == null) {
            throw new IllegalArgumentException("there is no route for " + value.getClass());
        }
        return route;
    }

    Route of(Call call) {
        return byPath.values().stream()
                .filter(route -> route instanceof Plain plain && plain.call() == call)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no route for " + call));
    }

    private static List<Route> commands(String base) {
        return Stream.of(
                        new Named(Command.CreateEndpoint.class, "Creates an endpoint, which serves nothing yet."),
                        new Named(
                                Command.DescribeEndpoint.class,
                                "Replaces an endpoint's labels and authentication, and leaves its routing."),
                        new Named(
                                Command.UpdateEndpoint.class,
                                "Replaces an endpoint's labels, authentication and routing."),
                        new Named(Command.DeleteEndpoint.class, "Deletes an endpoint with all of its deployments."),
                        new Named(Command.CreateDeployment.class, "Begins a deployment; its job tells how it goes on."),
                        new Named(Command.UpdateDeployment.class, "Gives a deployment that is up another description."),
                        new Named(
                                Command.ReplaceDeployment.class,
                                "Gives a deployment another description and takes its files in anew."),
                        new Named(Command.Redeploy.class, "Copies a deployment's files anew and replaces what runs."),
                        new Named(Command.DropUpdate.class, "Gives up the update that is under way or has failed."),
                        new Named(Command.RecreateDeployment.class, "Begins a deployment that was never up once more."),
                        new Named(Command.Scale.class, "Sets the number of a deployment's instances."),
                        new Named(Command.DeleteDeployment.class, "Deletes a deployment that has no live traffic."),
                        new Named(Command.ApplyTraffic.class, "Replaces an endpoint's live split."),
                        new Named(Command.ApplyMirror.class, "Replaces what is copied to a shadow deployment."),
                        new Named(Command.ApplyRouting.class, "Replaces live split and mirror in one change."),
                        new Named(Command.AllTrafficTo.class, "Gives one deployment all live traffic, whatever holds."),
                        new Named(Command.RegenerateKey.class, "Makes one of an endpoint's two keys anew."),
                        new Named(
                                Command.Cancel.class,
                                "Takes back what a running job has begun. A registration is stopped: its own answer is"
                                        + " CANCELLED then, and this one comes when what was copied for it is gone, or cannot be"
                                        + " removed, which its own answer says."),
                        new Named(
                                Command.Retry.class,
                                "Begins once more what failed: a create, an update, a scale, or a registration."),
                        new Named(
                                Command.CreateAsset.class,
                                "Registers a model or an environment; answered when it is registered, or refused, or was"
                                        + " cancelled."),
                        new Named(Command.RelabelAsset.class, "Replaces a version's description, tags and properties."),
                        new Named(Command.ArchiveAsset.class, "Hides a version of an asset from lists."),
                        new Named(Command.RestoreAsset.class, "Shows an archived version of an asset again."),
                        new Named(Command.DeleteAsset.class, "Removes a version of an asset and its files."),
                        new Named(Command.SubstituteAssets.class, "Replaces what stands in for assets of the cloud."))
                .<Route>map(named -> new ForCommand(base + named.kebab(), named.type, named.summary))
                .toList();
    }

    private static List<Route> questions(String base) {
        return List.of(
                asked(base + "job-log", Question.JobLog.class, "The newest lines that a job has told."),
                asked(base + "assets", Question.Assets.class, "What is registered now."),
                asked(base + "credentials", Question.CredentialsOf.class, "An endpoint's keys, or a token for it."),
                asked(
                        base + "shadow-answer",
                        Question.ShadowAnswerTo.class,
                        "What the shadow said to a request's copy."),
                asked(
                        base + "agreement",
                        Question.AgreementOf.class,
                        "How far the shadow's answers agree with the live ones."),
                asked(base + "collected", Question.Collected.class, "What the data collector has of a deployment."),
                asked(base + "older-activity", Question.OlderActivity.class, "Earlier entries of the journal."),
                asked(base + "log-tail", Question.LogTail.class, "The last lines of a deployment's instances."),
                posted(base + "invoke", Question.Invoke.class, "Sends one request through the router."),
                posted(base + "wipe-collected", Question.WipeCollected.class, "Removes what the data collector has."));
    }

    private static Route asked(String path, Class<? extends Record> type, String summary) {
        return new ForQuestion(Method.GET, path, type, summary);
    }

    private static Route posted(String path, Class<? extends Record> type, String summary) {
        return new ForQuestion(Method.POST, path, type, summary);
    }

    private static List<Route> streams(String base) {
        return List.of(
                new ForSubject(base + "fleet", Subject.TheFleet.class, "The whole picture, now and after each change."),
                new ForSubject(
                        base + "assets", Subject.TheAssets.class, "What is registered, now and after each change."),
                new ForSubject(
                        base + "traffic", Subject.Traffic.class, "What is measured of an endpoint, by the second."),
                new ForSubject(
                        base + "history", Subject.History.class, "The same with all that is kept of earlier times."),
                new ForSubject(
                        base + "activity", Subject.TheActivity.class, "The journal's newest entries and each new one."),
                new ForSubject(
                        base + "log", Subject.Log.class, "The last lines of a deployment's log and each new one."));
    }

    private static List<Route> plain(String base) {
        return List.of(
                new Plain(Call.FLEET, base + "fleet", "The whole picture, once."),
                new Plain(Call.PING, base + "ping", "Answers as soon as the runtime gets to it."),
                new Plain(Call.WINDOW, base + "window", "Shows the runtime's window again, if it has one."),
                new Plain(Call.STOP, base + "stop", "Ends the runtime and all that it runs."),
                new Plain(Call.OPENAPI, "/openapi.json", "This document."));
    }

    private record Named(Class<? extends Record> type, String summary) {
        private String kebab() {
            return SnakeCase.of(type.getSimpleName()).replace('_', '-');
        }
    }
}

package dev.sluice.console;

import static java.util.stream.Collectors.joining;

import dev.sluice.control.Answer;
import dev.sluice.control.Fleet;
import dev.sluice.control.Inventory;
import dev.sluice.control.Invocation;
import dev.sluice.control.Job;
import dev.sluice.control.LogLine;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Secret;
import dev.sluice.domain.Substitution;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.ShadowAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A runtime that writes down what it is asked, answers what the test has prepared, and tells what the test pushes. */
public final class FakeControl implements RolloutControl {

    /** Every command in words, such as {@code applyTraffic diabetes blue=90 green=10}. */
    public final List<String> asked = new ArrayList<>();

    /** The answer to the next commands; a test may leave it incomplete, fail it, or refuse. */
    public CompletableFuture<Outcome> outcome = CompletableFuture.completedFuture(new Outcome.Applied(1));

    public CompletableFuture<Answer> answer = new CompletableFuture<>();

    /** Given out one by one, at once, before {@link #answer} is. */
    public final Deque<Answer> answers = new ArrayDeque<>();

    /** Whether {@link #answers} come after as long as they say that they took. */
    public boolean answersTakeTime;

    /** What each job is said to have told. */
    public List<Job.Line> jobLines = List.of();

    /** The answer to pings: left incomplete, the runtime is silent; failed, it has ended. */
    public CompletableFuture<Void> pulse = CompletableFuture.completedFuture(null);

    public Credentials credentials = new Credentials.Keys(new Secret("primary-key"), new Secret("secondary-key"));
    public final List<Consumer<Fleet>> fleetWatchers = new ArrayList<>();
    public final List<Consumer<TrafficSample>> trafficWatchers = new ArrayList<>();
    public final List<Consumer<LogLine>> logFollowers = new ArrayList<>();

    /** What is told of a log to who does not follow it. */
    public List<LogLine> written = List.of();

    public final List<Invocation> invocations = new ArrayList<>();
    /** What is told of every endpoint. */
    public CompletionStage<Agreement> agreement = CompletableFuture.completedFuture(Agreement.NONE);

    public final Map<String, ShadowAnswer> shadowAnswers = new HashMap<>();
    public final List<EndpointSpec> createdEndpoints = new ArrayList<>();
    public final List<DeploymentSpec> createdDeployments = new ArrayList<>();
    public final List<DeploymentSpec> updatedDeployments = new ArrayList<>();

    /** Takes part in every change of a routing, for a test that plays the runtime; does nothing by itself. */
    public BiConsumer<EndpointName, UnaryOperator<Routing>> routed = (endpoint, change) -> {};

    /** The reason given with each command that had one, in order. */
    public final List<String> reasons = new ArrayList<>();

    public final List<Consumer<Activity>> activityWatchers = new ArrayList<>();

    /** What there is of the journal beyond what is watched, newest first. */
    public List<Activity> older = List.of();

    /**
     * Whether the runtime can tell what was before, and keys: journal, logs, registry and what was collected. Left
     * incomplete, it still reads; failed, it cannot.
     */
    public CompletableFuture<Void> telling = CompletableFuture.completedFuture(null);

    /** What the data collector is said to have, of any deployment. */
    public CollectedData collected = new CollectedData("/collected", 0, 0, 0, 0, "");

    /** What a wipe is said to remove. */
    public CompletableFuture<CollectedData.Wiped> wiped =
            CompletableFuture.completedFuture(new CollectedData.Wiped(0, 0));

    public final List<AssetDefinition> createdAssets = new ArrayList<>();
    public final List<Consumer<Inventory>> assetWatchers = new ArrayList<>();

    /** What is registered, as whoever begins to watch is told. */
    public Inventory inventory = Inventory.EMPTY;

    /** Tells every watcher of the registry a newer picture. */
    public void push(Inventory newer) {
        inventory = newer;
        List.copyOf(assetWatchers).forEach(watcher -> watcher.accept(newer));
    }

    /** Tells every watcher a newer picture. */
    public void push(Fleet fleet) {
        List.copyOf(fleetWatchers).forEach(watcher -> watcher.accept(fleet));
    }

    @Override
    public RolloutControl by(Actor actor) {
        return this;
    }

    @Override
    public RolloutControl beyondCapacity() {
        asked.add("beyond capacity");
        return this;
    }

    @Override
    public RolloutControl insteadOfWhatRuns() {
        asked.add("instead of what runs");
        return this;
    }

    @Override
    public RolloutControl besideWhatRuns() {
        asked.add("beside what runs");
        return this;
    }

    @Override
    public RolloutControl because(String reason) {
        reasons.add(reason);
        return this;
    }

    @Override
    public CompletionStage<CollectedData> collected(DeploymentId id) {
        return telling.thenApply(can -> collected);
    }

    @Override
    public CompletionStage<CollectedData.Wiped> wipeCollected(DeploymentId id) {
        asked.add("wipeCollected " + id);
        return wiped;
    }

    @Override
    public CompletionStage<Outcome> createAsset(AssetDefinition definition) {
        createdAssets.add(definition);
        return ask("createAsset " + definition.kind().word() + " " + definition.name());
    }

    @Override
    public CompletionStage<Outcome> relabelAsset(AssetId id, Labels labels) {
        return ask("relabelAsset " + id);
    }

    @Override
    public CompletionStage<Outcome> archiveAsset(AssetId id) {
        return ask("archiveAsset " + id);
    }

    @Override
    public CompletionStage<Outcome> restoreAsset(AssetId id) {
        return ask("restoreAsset " + id);
    }

    @Override
    public CompletionStage<Outcome> deleteAsset(AssetId id) {
        return ask("deleteAsset " + id);
    }

    @Override
    public CompletionStage<Outcome> substituteAssets(List<Substitution> substitutions) {
        return ask("substituteAssets "
                + substitutions.stream()
                        .map(substitution -> substitution.pattern() + "=" + substitution.reference())
                        .collect(joining(" ")));
    }

    @Override
    public CompletionStage<Inventory> assets() {
        return CompletableFuture.completedFuture(inventory);
    }

    @Override
    public AutoCloseable watchAssets(Consumer<Inventory> listener) {
        assetWatchers.add(listener);
        telling.thenRun(() -> listener.accept(inventory));
        return () -> assetWatchers.remove(listener);
    }

    @Override
    public CompletionStage<Outcome> createEndpoint(EndpointSpec spec) {
        createdEndpoints.add(spec);
        return ask("createEndpoint " + spec.name() + " " + spec.auth().wireName());
    }

    @Override
    public CompletionStage<Outcome> deleteEndpoint(EndpointName name) {
        return ask("deleteEndpoint " + name);
    }

    @Override
    public CompletionStage<Outcome> createDeployment(DeploymentSpec spec, InitialTraffic traffic) {
        createdDeployments.add(spec);
        return ask("createDeployment " + spec.id() + " " + traffic);
    }

    @Override
    public CompletionStage<Outcome> updateDeployment(DeploymentSpec spec) {
        updatedDeployments.add(spec);
        return ask("updateDeployment " + spec.id());
    }

    @Override
    public CompletionStage<Outcome> replaceDeployment(DeploymentSpec spec) {
        updatedDeployments.add(spec);
        return ask("replaceDeployment " + spec.id());
    }

    @Override
    public CompletionStage<Outcome> redeploy(DeploymentId id) {
        return ask("redeploy " + id);
    }

    @Override
    public CompletionStage<Outcome> dropUpdate(DeploymentId id) {
        return ask("dropUpdate " + id);
    }

    @Override
    public CompletionStage<Outcome> recreateDeployment(DeploymentSpec spec) {
        updatedDeployments.add(spec);
        return ask("recreateDeployment " + spec.id());
    }

    @Override
    public CompletionStage<Outcome> describeEndpoint(EndpointSpec spec) {
        return ask("describeEndpoint " + spec.name());
    }

    @Override
    public CompletionStage<Outcome> updateEndpoint(EndpointSpec spec, Routing routing) {
        return ask("updateEndpoint " + spec.name() + " " + routing.traffic() + ", mirror " + routing.mirror());
    }

    @Override
    public CompletionStage<Outcome> scale(DeploymentId id, int instances) {
        return ask("scale " + id + " " + instances);
    }

    @Override
    public CompletionStage<Outcome> deleteDeployment(DeploymentId id) {
        return ask("deleteDeployment " + id);
    }

    @Override
    public CompletionStage<Outcome> applyTraffic(EndpointName endpoint, TrafficSplit split) {
        routed.accept(endpoint, now -> now.withTraffic(split));
        return ask("applyTraffic " + endpoint + " " + split);
    }

    @Override
    public CompletionStage<Outcome> applyMirror(EndpointName endpoint, Mirror mirror) {
        routed.accept(endpoint, now -> now.withMirror(mirror));
        return ask("applyMirror " + endpoint + " " + mirror);
    }

    @Override
    public CompletionStage<Outcome> cancel(long jobId) {
        return ask("cancel " + jobId);
    }

    @Override
    public CompletionStage<Outcome> retry(long jobId) {
        return ask("retry " + jobId);
    }

    @Override
    public CompletionStage<List<Job.Line>> jobLog(long jobId) {
        return CompletableFuture.completedFuture(jobLines);
    }

    @Override
    public CompletionStage<Void> ping() {
        return pulse;
    }

    @Override
    public CompletionStage<Outcome> applyRouting(EndpointName endpoint, Routing routing) {
        routed.accept(endpoint, now -> routing);
        return ask("applyRouting " + endpoint + " " + routing.traffic() + ", mirror " + routing.mirror());
    }

    @Override
    public CompletionStage<Outcome> allTrafficTo(DeploymentId id) {
        routed.accept(id.endpoint(), now -> now.allTo(id.deployment()));
        return ask("allTrafficTo " + id);
    }

    @Override
    public CompletionStage<Credentials> credentials(EndpointName endpoint) {
        return telling.thenApply(can -> credentials);
    }

    @Override
    public CompletionStage<Outcome> regenerateKey(EndpointName endpoint, KeyType type) {
        return ask("regenerateKey " + endpoint + " " + type);
    }

    @Override
    public CompletionStage<Answer> invoke(Invocation invocation) {
        invocations.add(invocation);
        return answers.isEmpty()
                ? answer
                : answersTakeTime ? inTime(answers.remove()) : CompletableFuture.completedFuture(answers.remove());
    }

    private static CompletionStage<Answer> inTime(Answer answer) {
        return new CompletableFuture<Answer>()
                .completeOnTimeout(answer, answer.latency().toNanos(), TimeUnit.NANOSECONDS);
    }

    public void agrees(Agreement told) {
        agreement = CompletableFuture.completedFuture(told);
    }

    @Override
    public CompletionStage<Agreement> agreement(EndpointName endpoint) {
        return agreement;
    }

    @Override
    public CompletionStage<Optional<ShadowAnswer>> shadowAnswer(EndpointName endpoint, String requestId) {
        return CompletableFuture.completedFuture(Optional.ofNullable(shadowAnswers.get(requestId)));
    }

    /** Nobody asks the fake for one picture: the console watches. */
    @Override
    public CompletionStage<Fleet> fleet() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("fleet"));
    }

    /** Lines come only while they are followed, but for {@link #written}. */
    @Override
    public CompletionStage<List<LogLine>> log(DeploymentId id, int tail) {
        return telling.thenApply(can -> written.subList(Math.max(0, written.size() - tail), written.size()));
    }

    @Override
    public AutoCloseable watch(Consumer<Fleet> listener) {
        return add(fleetWatchers, listener);
    }

    @Override
    public AutoCloseable watchTraffic(EndpointName endpoint, Consumer<TrafficSample> listener) {
        return add(trafficWatchers, listener);
    }

    @Override
    public AutoCloseable watchActivity(int newest, Consumer<Activity> listener) {
        return add(activityWatchers, listener);
    }

    @Override
    public CompletionStage<List<Activity>> olderActivity(long before, int limit) {
        return telling.thenApply(can -> older.stream()
                .filter(activity -> activity.number() < before)
                .limit(limit)
                .toList());
    }

    @Override
    public AutoCloseable watchHistory(EndpointName endpoint, Consumer<TrafficSample> listener) {
        return add(trafficWatchers, listener);
    }

    @Override
    public AutoCloseable followLog(DeploymentId id, int tail, Consumer<LogLine> line) {
        return add(logFollowers, line);
    }

    private CompletionStage<Outcome> ask(String what) {
        asked.add(what);
        return outcome;
    }

    private static <T> AutoCloseable add(List<T> watchers, T watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}

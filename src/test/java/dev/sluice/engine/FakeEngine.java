package dev.sluice.engine;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Machine;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * An engine whose instances exist in memory only, and to which the test says what happens. Everything takes place at
 * once on the caller's thread, so that a test knows what is so after each line; {@link #hold} makes one kind of call
 * wait until the test lets it go. Instances are booting until {@link #listens}, or listen at once after {@link
 * #startsAtOnce}. Safe from any thread.
 */
public final class FakeEngine implements InstanceEngine {

    /** The kinds of calls that can be made to wait. */
    public enum Call {
        PREPARE,
        START,
        STOP,
        LIST
    }

    /** When every fake instance was started. */
    static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeHost host;
    private final String home;
    private final Watchers watchers = new Watchers();
    private final Map<Call, Queue<Runnable>> held = new EnumMap<>(Call.class);
    private final Map<Call, Problem> refused = new EnumMap<>(Call.class);
    private final Map<EnvironmentSource, PreparedEnvironment> prepared = new HashMap<>();
    private final List<String> deeds = new ArrayList<>();
    private final List<InstanceSpec> started = new ArrayList<>();
    private Set<String> kept = Set.of();
    private Machine machine = Machine.BOUNDLESS;
    private List<Problem> objections = List.of();
    private int refusals;
    private Consumer<FakeInstance> whenStarted = instance -> {};

    /** On a computer of its own. */
    public FakeEngine() {
        this(new FakeHost(), Path.of("/home/of/the/test"));
    }

    /** On a computer that other engines, earlier or of other state folders, use too. */
    public FakeEngine(FakeHost host, Path home) {
        this.host = host;
        this.home = home.toString();
        host.hear(this.home, watchers::tell);
    }

    // What the test decides

    /** Whatever runs later finds so much of a computer. */
    public FakeEngine on(Machine computer) {
        machine = computer;
        return this;
    }

    /** From now on instances listen as soon as they are started. */
    public FakeEngine startsAtOnce() {
        return whenStarted(FakeInstance::listen);
    }

    /** From now on {@code happens} is what becomes of an instance when it is started. */
    public synchronized FakeEngine whenStarted(Consumer<FakeInstance> happens) {
        whenStarted = happens;
        return this;
    }

    /**
     * From now on instances answer {@code GET /} with {@code Healthy} and {@code POST /score} with what {@code score}
     * makes of the body, over real HTTP.
     */
    public FakeEngine serves(BiFunction<InstanceSpec, String, String> score) {
        host.serve(score);
        return this;
    }

    public void listens(InstanceId id) {
        host.instance(id).listen();
    }

    /** So much it has taken until now. */
    public void takes(InstanceId id, Consumption consumption) {
        host.instance(id).takes(consumption);
    }

    public void ends(InstanceId id, int exitCode, String reason) {
        host.instance(id).end(exitCode, reason);
    }

    public void logs(InstanceId id, String line) {
        host.instance(id).log(line);
    }

    /** From now on its {@code GET /} answers {@code Healthy}, as it does until told otherwise. */
    public void turnsHealthy(InstanceId id) {
        host.instance(id).answerHealthWith(200);
    }

    /** From now on its {@code GET /} answers 502. */
    public void turnsUnhealthy(InstanceId id) {
        host.instance(id).answerHealthWith(502);
    }

    /** From now on it has this against every deployment. */
    public synchronized void objects(Problem objection) {
        objections = List.of(objection);
    }

    /** Every later call of this kind fails with the problem, until {@link #allow}. */
    public synchronized void refuse(Call call, Problem problem) {
        refused.put(call, problem);
    }

    public synchronized void allow(Call call) {
        refused.remove(call);
    }

    /** Every later call of this kind waits, until {@link #release}. */
    public synchronized void hold(Call call) {
        held.putIfAbsent(call, new ArrayDeque<>());
    }

    /** Lets the calls that wait go on, and later ones pass. */
    public void release(Call call) {
        Queue<Runnable> waiting;
        synchronized (this) {
            waiting = held.getOrDefault(call, new ArrayDeque<>());
            held.remove(call);
        }
        waiting.forEach(Runnable::run);
    }

    // What the test may ask

    /** Every environment that was prepared. */
    public synchronized Set<EnvironmentSource> prepared() {
        return Set.copyOf(prepared.keySet());
    }

    /** Every specification that an instance was started from, in order. */
    public synchronized List<InstanceSpec> started() {
        return List.copyOf(started);
    }

    /** What was done, in order, such as {@code prepare Image[image=a]}, {@code start blue-1} and {@code stop blue-1}. */
    public synchronized List<String> deeds() {
        return List.copyOf(deeds);
    }

    /** The references of the environments that were last said to be in use. */
    public synchronized Set<String> kept() {
        return kept;
    }

    /** How many calls were refused. */
    public synchronized int refusals() {
        return refusals;
    }

    /** The instance of that name as it is now. */
    public Instance instance(String name) {
        return host.instances(home).stream()
                .filter(instance -> instance.key().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no instance " + name));
    }

    // What an engine does

    @Override
    public EngineInfo info() {
        return new EngineInfo("fake", "Fake", "Instances exist in this test only.", machine);
    }

    @Override
    public synchronized List<Problem> objections(DeploymentSpec spec) {
        return objections;
    }

    @Override
    public CompletionStage<PreparedEnvironment> prepare(EnvironmentSource environment, Consumer<String> progress) {
        return call(Call.PREPARE, () -> prepareNow(environment, progress));
    }

    private synchronized PreparedEnvironment prepareNow(EnvironmentSource environment, Consumer<String> progress) {
        if (environment instanceof EnvironmentSource.Registered registered) {
            throw new EngineException(Problem.of(
                    Problem.Code.NOT_SUPPORTED,
                    "environment",
                    registered.reference() + " is not on this computer",
                    "give the environment inline"));
        }
        if (!prepared.containsKey(environment)) {
            deeds.add("prepare " + environment);
            progress.accept("preparing " + environment);
            prepared.put(environment, new PreparedEnvironment("prepared-" + prepared.size(), ""));
        }
        return prepared.get(environment);
    }

    @Override
    public synchronized void keepOnly(Set<String> references) {
        kept = Set.copyOf(references);
    }

    @Override
    public CompletionStage<Instance> start(InstanceSpec spec) {
        return call(Call.START, () -> {
            var instance = host.start(home, spec);
            happensTo(instance, spec);
            return instance.now();
        });
    }

    private void happensTo(FakeInstance instance, InstanceSpec spec) {
        Consumer<FakeInstance> happens;
        synchronized (this) {
            started.add(spec);
            deeds.add("start " + spec.key().name());
            happens = whenStarted;
        }
        happens.accept(instance);
    }

    @Override
    public CompletionStage<Void> stop(InstanceId id, Duration grace) {
        return call(Call.STOP, () -> {
                    synchronized (this) {
                        deeds.add("stop " + host.nameOf(id));
                    }
                    host.remove(home, id);
                    return true;
                })
                .thenAccept(done -> {});
    }

    @Override
    public CompletionStage<List<Instance>> list() {
        return call(Call.LIST, () -> host.instances(home));
    }

    @Override
    public CompletionStage<Map<InstanceId, Consumption>> measure(Collection<InstanceId> instances) {
        return CompletableFuture.completedFuture(host.consumptions(instances));
    }

    @Override
    public CompletionStage<List<String>> tail(InstanceId id, int lines) {
        return CompletableFuture.completedFuture(host.tail(id, lines));
    }

    @Override
    public AutoCloseable follow(InstanceId id, int tail, Consumer<String> line) {
        return host.follow(id, tail, line);
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        return watchers.add(changed);
    }

    @Override
    public void close() {
        // Instances keep running, and there is nothing else.
    }

    private <T> CompletableFuture<T> call(Call call, Calls.Question<T> question) {
        var calls = new Calls(
                task -> pass(call, task),
                failure -> new EngineException(
                        Problem.of(Problem.Code.INTERNAL, "", String.valueOf(failure.getMessage()), ""), failure));
        return calls.ask(() -> {
            synchronized (this) {
                if (refused.containsKey(call)) {
                    refusals++;
                    throw new EngineException(refused.get(call));
                }
            }
            return question.answer();
        });
    }

    private void pass(Call call, Runnable task) {
        synchronized (this) {
            if (held.containsKey(call)) {
                held.get(call).add(task);
                return;
            }
        }
        task.run();
    }
}

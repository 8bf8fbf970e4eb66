package dev.sluice.engine;

import dev.sluice.domain.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The computer on which fake instances run: what is still there after an engine has crashed. Safe from any thread. */
public final class FakeHost implements AutoCloseable {

    private final Map<InstanceId, FakeInstance> instances = new LinkedHashMap<>();
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private Optional<BiFunction<InstanceSpec, String, String>> score = Optional.empty();

    synchronized void serve(BiFunction<InstanceSpec, String, String> answers) {
        score = Optional.of(answers);
    }

    void hear(String home, Runnable changed) {
        listeners.computeIfAbsent(home, none -> new CopyOnWriteArrayList<>()).add(changed);
    }

    private void changed(String home) {
        listeners.getOrDefault(home, List.of()).forEach(Runnable::run);
    }

    synchronized FakeInstance start(String home, InstanceSpec spec) {
        var key = spec.key();
        var id = new InstanceId(home + "|" + key.deployment().endpoint().folded() + "." + key.name());
        if (instances.containsKey(id)) {
            throw new EngineException(
                    Problem.of(Problem.Code.ALREADY_EXISTS, "", "there is an instance of that name", "stop it first"));
        }
        var instance = new FakeInstance(id, home, spec, score, () -> changed(home));
        instances.put(id, instance);
        return instance;
    }

    synchronized void remove(String home, InstanceId id) {
        find(id).filter(instance -> instance.isOf(home)).ifPresent(instance -> {
            instance.remove();
            instances.remove(id);
        });
    }

    synchronized List<Instance> instances(String home) {
        return instances.values().stream()
                .filter(instance -> instance.isOf(home))
                .map(FakeInstance::now)
                .toList();
    }

    /** The instance, which must exist. */
    synchronized FakeInstance instance(InstanceId id) {
        return find(id).orElseThrow(() -> new AssertionError("there is no instance " + id));
    }

    synchronized Optional<FakeInstance> find(InstanceId id) {
        return Optional.ofNullable(instances.get(id));
    }

    /** Of those that run and of which the test has said what they take. */
    synchronized Map<InstanceId, Consumption> consumptions(Collection<InstanceId> wanted) {
        var told = new HashMap<InstanceId, Consumption>();
        wanted.forEach(
                id -> find(id).flatMap(FakeInstance::consumption).ifPresent(consumption -> told.put(id, consumption)));
        return told;
    }

    String nameOf(InstanceId id) {
        return find(id).map(instance -> instance.now().key().name()).orElse(id.text());
    }

    List<String> tail(InstanceId id, int lines) {
        return find(id).map(instance -> instance.tail(lines)).orElse(List.of());
    }

    AutoCloseable follow(InstanceId id, int tail, Consumer<String> line) {
        return find(id).map(instance -> instance.follow(tail, line)).orElse(() -> {});
    }

    /** Switches the computer off: nothing answers any more. */
    @Override
    public synchronized void close() {
        instances.values().forEach(FakeInstance::remove);
        instances.clear();
    }
}

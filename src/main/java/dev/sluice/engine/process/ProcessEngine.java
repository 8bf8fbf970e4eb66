package dev.sluice.engine.process;

import com.sun.management.OperatingSystemMXBean;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Machine;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Serving;
import dev.sluice.engine.Calls;
import dev.sluice.engine.Consumption;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.EngineInfo;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceId;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.ScoringServer;
import dev.sluice.engine.Watchers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs each instance as a process of this computer's Python, listening on loopback. For machines without Docker, and
 * as trusting as that is: the code runs as the user does, sees the user's files, and has no limits of memory or
 * processor. It gets only a few of our environment variables, and no secret appears in a process list.
 *
 * <p>Processes outlive this program; their records in the state folder let a later run find them. Nothing of an
 * instance stays once it was stopped. Safe from any thread; all work is done by one thread, which never waits.
 */
public final class ProcessEngine implements InstanceEngine {

    private static final long BYTES_PER_MIB = 1L << 20;
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(5);

    private final HostPython python;
    private final PythonEnvironments environments;
    private final InstanceFolders folders;
    private final Launcher launcher;
    private final Clock clock;
    private final ProcFolder proc = ProcFolder.OF_THIS_COMPUTER;
    private final ConsumptionMeter meter = new ConsumptionMeter(proc);
    private final KnownProcesses known;
    private final Watchers watchers = new Watchers();
    private final LogReader logs = new LogReader();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var engine = new Thread(task, "process-engine");
        engine.setDaemon(true);
        return engine;
    });
    private final Lookout lookout;
    private final Calls calls = new Calls(thread, ProcessEngine::explained);

    private ProcessEngine(
            HostPython python,
            PythonEnvironments environments,
            InstanceFolders folders,
            Launcher launcher,
            Clock clock) {
        this.python = python;
        this.environments = environments;
        this.folders = folders;
        this.launcher = launcher;
        this.clock = clock;
        this.known = new KnownProcesses(folders);
        this.lookout = new Lookout(thread, known, watchers);
    }

    /**
     * @param home the state folder
     * @param environment this program's environment variables: {@code SLUICE_PYTHON} and {@code PATH} say which Python
     *     to use, pip's and proxies' where packages come from, and a few are passed on to instances
     * @param choice which Python runs what has a conda file
     * @throws EngineException if the state folder cannot be written to
     */
    public static ProcessEngine open(Path home, Map<String, String> environment, PythonChoice choice, Clock clock) {
        try {
            var launcher = new Launcher(ScoringServer.unpackInto(home), environment);
            var python = HostPython.find(environment);
            var environments = new PythonEnvironments(
                    python, choice, VirtualEnvironments.in(home), environment, ProcessEngine::explained);
            var engine = new ProcessEngine(python, environments, InstanceFolders.in(home), launcher, clock);
            engine.thread.execute(engine.lookout::lookOn);
            return engine;
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo(
                "process",
                "Processes",
                "Each instance is a process of " + python.command()
                        + " on this computer. Images and Dockerfiles are not used, and limits of memory and processor"
                        + " are not enforced.",
                machine());
    }

    private static Machine machine() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(system.getAvailableProcessors(), system.getTotalMemorySize() / BYTES_PER_MIB);
    }

    @Override
    public List<Problem> objections(DeploymentSpec spec) {
        return ContainersOnly.problems(spec);
    }

    @Override
    public CompletionStage<PreparedEnvironment> prepare(EnvironmentSource environment, Consumer<String> progress) {
        return environments.prepare(environment, progress);
    }

    @Override
    public void keepOnly(Set<String> references) {
        environments.keepOnly(references);
    }

    @Override
    public CompletionStage<Instance> start(InstanceSpec spec) {
        return calls.ask(() -> startNow(spec));
    }

    private Instance startNow(InstanceSpec spec) throws IOException {
        if (spec.serving() instanceof Serving.OwnImage || spec.serving() instanceof Serving.Triton) {
            throw new EngineException(ContainersOnly.of(spec.serving()));
        }
        var folder = folders.create(spec.key());
        try {
            var record = InstanceRecord.begun(spec.key(), clock.instant());
            folder.write(record); // before there is a process: should we crash now, a later run finds both
            var process = launcher.launch(spec, folder);
            var running = record.with(process.toHandle());
            folder.write(running);
            var instance = InstanceProcess.child(folder, running, process, thread, proc);
            known.add(folder, instance);
            lookout.lookSoon();
            instance.end().thenRunAsync(lookout::look, thread);
            return instance.now();
        } catch (IOException | RuntimeException e) {
            folder.processes().forEach(ProcessHandle::destroyForcibly);
            folder.remove();
            throw e;
        }
    }

    @Override
    public CompletionStage<Void> stop(InstanceId id, Duration grace) {
        return calls.ask(() -> known.find(id))
                .thenCompose(
                        found -> found.map(instance -> end(id, instance, grace)).orElse(CompletableFuture.allOf()));
    }

    private CompletableFuture<Void> end(InstanceId id, InstanceProcess instance, Duration grace) {
        return calls.perform(instance::terminate)
                .thenCompose(asked -> within(grace, instance))
                .thenCompose(waited -> calls.perform(instance::kill))
                .thenCompose(killed -> within(TIME_TO_DIE, instance))
                .thenCompose(dead -> calls.perform(() -> {
                    instance.remove();
                    known.forget(id);
                }));
    }

    private static CompletableFuture<Void> within(Duration patience, InstanceProcess instance) {
        return instance.end()
                .<Void>thenAccept(ended -> {})
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletionStage<List<Instance>> list() {
        return calls.ask(() -> {
            var instances = known.present();
            lookout.look();
            return instances.stream().map(InstanceProcess::now).toList();
        });
    }

    @Override
    public CompletionStage<Map<InstanceId, Consumption>> measure(Collection<InstanceId> instances) {
        return calls.ask(() -> {
            var measured = new HashMap<InstanceId, Consumption>();
            for (var id : instances) {
                known.find(id)
                        .flatMap(InstanceProcess::server)
                        .flatMap(server -> meter.read(server.pid(), clock.instant()))
                        .ifPresent(consumption -> measured.put(id, consumption));
            }
            return Map.copyOf(measured);
        });
    }

    @Override
    public CompletionStage<List<String>> tail(InstanceId id, int lines) {
        return calls.ask(() -> {
            var folder = folders.find(id);
            return folder.isPresent() ? folder.get().log().last(lines) : List.of();
        });
    }

    @Override
    public AutoCloseable follow(InstanceId id, int tail, Consumer<String> line) {
        var folder = folders.find(id);
        return folder.isPresent() ? logs.follow(folder.get(), tail, line) : () -> {};
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        return watchers.add(changed);
    }

    @Override
    public void close() {
        environments.close();
        logs.close();
        thread.shutdownNow();
    }

    private static EngineException explained(Exception failure) {
        if (failure instanceof FileAlreadyExistsException) {
            return new EngineException(
                    Problem.of(Problem.Code.ALREADY_EXISTS, "", "there is an instance of that name", "stop it first"),
                    failure);
        }
        return new EngineException(
                Problem.of(
                        Problem.Code.ENGINE_UNAVAILABLE,
                        "",
                        "the process engine cannot do this: " + failure.getMessage(),
                        "see that the state folder can be written to and that Python is still installed"),
                failure);
    }
}

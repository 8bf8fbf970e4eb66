package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Problem;
import dev.sluice.reconcile.Progress;
import dev.sluice.reconcile.Reconciler;
import dev.sluice.reconcile.Tools;
import dev.sluice.reconcile.Tracked;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runtime's parts, built once and joined, and what happens in it without a command: news from the reconciler, and a
 * sample a second. For the runtime's thread only.
 */
final class RuntimeCore {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeCore.class);
    private static final long SAMPLE_MILLIS = 1_000;

    final RuntimeParts parts;
    final RuntimeThread thread;
    final Keyring keyring;
    final Routes routes;
    final Reconciler reconciler;
    final Desk desk;
    final JobOffice office;
    final Updates updates;
    final LogTails logs;
    final CollectedFiles collected;
    final TrafficLog traffic = new TrafficLog();
    final Diary diary;
    final Capacity capacity;
    final AssetDesk assets;
    final Pictures<Fleet> pictures =
            new Pictures<>(new Fleet(-1, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of()));
    final Pictures<Inventory> inventories = new Pictures<>(Inventory.EMPTY);
    private final Registry registry;
    private final JobBook jobs;
    private final Gauges gauges;
    private final Sampler sampler;
    private final Chronicle chronicle;
    private boolean gaugesAreDue;

    RuntimeCore(RuntimeParts parts) {
        this.parts = parts;
        thread = new RuntimeThread(parts.loop());
        keyring = new Keyring(parts.randomKeys(), parts.clock(), parts.tokenLifetime());
        routes = new Routes(parts.router(), parts.collecting(), keyring::access);
        jobs = new JobBook(parts.clock());
        registry = new Registry(parts.store().assets(), parts.library(), parts.clock(), parts.blocking());
        reconciler = new Reconciler(
                new Tools(
                        parts.engine(),
                        new Supplies(registry, parts.library(), parts.workspace(), parts.loop(), parts.blocking()),
                        parts.workspace(),
                        parts.prober(),
                        parts.clock(),
                        parts.loop(),
                        parts.blocking(),
                        parts.suffixes()),
                routes,
                new Told());
        gauges = new Gauges(parts.engine(), parts.loop());
        var info = parts.engine().info();
        var portrait = new Portrait(
                parts.clock(),
                routes,
                reconciler,
                jobs,
                gauges,
                generation -> registry.pinsOf(generation).orElse(Pins.NONE),
                new Fleet.Runtime(
                        info.name(), info.title(), info.detail(), parts.router().port(), parts.metricsPort()));
        diary = new Diary(parts.store());
        capacity = new Capacity(info.machine());
        desk = new Desk(parts.store(), keyring, routes, reconciler, jobs, portrait, capacity, diary, registry);
        updates = new Updates(desk, jobs, registry);
        assets = new AssetDesk(
                registry,
                parts.store().assets(),
                parts.library(),
                diary,
                parts.clock(),
                parts.loop(),
                parts.blocking());
        office = new JobOffice(jobs, desk, updates);
        logs = new LogTails(parts.engine(), parts.clock());
        collected = new CollectedFiles(parts.collecting(), routes, desk, diary, parts.loop());
        chronicle = new Chronicle(parts.clock(), desk.desired());
        sampler = new Sampler(parts.clock(), routes, gauges, chronicle, traffic);
    }

    /** Sets what the last run has left to work again, and the clock of the samples going. */
    void begin() {
        registry.tidy(desk.desired());
        desk.resume();
        parts.loop().scheduleAtFixedRate(this::tick, SAMPLE_MILLIS, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Tells whoever watches how things stand now. */
    void publish() {
        chronicle.look(desk.desired(), reconciler.instances());
        pictures.show(desk.fleet());
        registry.forgetAllBut(desk.desired());
        inventories.show(inventory());
    }

    Inventory inventory() {
        return registry.inventory(desk.desired());
    }

    private void tick() {
        try {
            publish();
            sampler.sample(desk.desired(), reconciler.instances());
            lookAtGauges();
        } catch (RuntimeException e) {
            // A fixed-rate task that throws is never run again: charts would stand still without a word.
            LOG.error("sampling failed", e);
        }
    }

    /** At every other tick. */
    private void lookAtGauges() {
        gaugesAreDue = !gaugesAreDue;
        if (gaugesAreDue) {
            gauges.look(reconciler.instances().stream()
                    .map(tracked -> tracked.instance().id())
                    .toList());
        }
    }

    /** What the reconciler tells goes to the desk, and then into the picture. */
    private final class Told implements Progress {

        @Override
        public void phase(DeploymentId deployment, Phase phase) {
            jobs.phase(deployment, phase);
            publish();
        }

        @Override
        public void line(DeploymentId deployment, String line) {
            jobs.line(deployment, line);
        }

        @Override
        public void provisioned(DeploymentId deployment) {
            desk.provisioned(deployment);
        }

        @Override
        public void gaveUp(DeploymentId deployment, Problem problem, List<String> lastLines) {
            desk.gaveUp(deployment, problem, lastLines);
        }

        @Override
        public void instanceEnded(Tracked instance, Problem problem, List<String> lastLines) {
            logs.ended(instance, problem, lastLines);
            desk.instanceEnded(instance.deployment(), problem);
        }

        @Override
        public void instanceUnready(Tracked instance, Problem problem) {
            desk.instanceUnready(instance.deployment(), problem);
        }

        @Override
        public void instanceReadyAgain(Tracked instance) {
            desk.instanceReadyAgain(instance.deployment(), instance.name());
        }

        @Override
        public void gone(DeploymentId deployment) {
            logs.forget(deployment);
            desk.gone(deployment);
            publish();
        }

        @Override
        public void changed() {
            logs.update(reconciler.instances());
            desk.endSettledJobs();
            publish();
        }
    }
}

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
    final Ledger ledger;
    final EndpointDesk endpoints;
    final DeploymentDesk deployments;
    final TrafficDesk routing;
    final JobOffice office;
    final Updates updates;
    final LogTails logs;
    final CollectedFiles collected;
    final TrafficLog traffic = new TrafficLog();
    final Diary diary;
    final AssetDesk assets;
    final Registrar registrar;
    final Pictures<Fleet> pictures =
            new Pictures<>(new Fleet(-1, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of()));
    final Pictures<Inventory> inventories = new Pictures<>(Inventory.EMPTY);
    private final Registry registry;
    private final JobBook jobs;
    private final Portrait portrait;
    private final Tidings tidings;
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
        registry =
                new Registry(parts.store().assets(), parts.library(), parts.clock(), new Deletions(parts.deleting()));
        var takings = new Takings(parts.clock(), jobs::nextId, registry::catalog);
        reconciler = new Reconciler(
                new Tools(
                        parts.engine(),
                        parts.profiles(),
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
        portrait = new Portrait(
                routes,
                reconciler,
                jobs,
                takings,
                new Standings(parts.clock(), jobs),
                gauges,
                generation -> registry.pinsOf(generation).orElse(Pins.NONE),
                new Fleet.Runtime(
                        info.name(),
                        info.title(),
                        info.detail(),
                        parts.router().port(),
                        parts.metricsPort(),
                        parts.profiles()));
        diary = new Diary(parts.store());
        ledger = new Ledger(parts.store(), routes, reconciler, new Capacity(info.machine(), parts.profiles()), diary);
        var inspection = new Inspection(registry, reconciler);
        deployments = new DeploymentDesk(ledger, jobs, portrait, inspection);
        endpoints = new EndpointDesk(ledger, keyring, jobs, deployments);
        routing = new TrafficDesk(ledger);
        updates = new Updates(ledger, jobs, inspection);
        tidings = new Tidings(ledger, jobs, portrait, diary);
        assets = new AssetDesk(registry, parts.store().assets(), diary);
        registrar = new Registrar(registry, takings, diary, parts, this::publish);
        office = new JobOffice(jobs, registrar, ledger, deployments, updates, this::fleet);
        logs = new LogTails(parts.engine(), parts.clock());
        collected = new CollectedFiles(parts.collecting(), routes, ledger, diary, parts.loop());
        chronicle = new Chronicle(parts.clock(), ledger.desired());
        sampler = new Sampler(parts.clock(), routes, gauges, chronicle, traffic);
    }

    /** Sets what the last run has left to work again, and the clock of the samples going. */
    void begin() {
        registry.tidy(ledger.desired());
        tidings.resume();
        parts.loop().scheduleAtFixedRate(this::tick, SAMPLE_MILLIS, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Tells whoever watches how things stand now. */
    void publish() {
        tidings.endSettledJobs();
        chronicle.look(ledger.desired(), reconciler.instances());
        pictures.show(fleet());
        registry.forgetAllBut(ledger.desired());
        inventories.show(inventory());
    }

    Fleet fleet() {
        return portrait.paint(ledger.revision(), ledger.desired());
    }

    Inventory inventory() {
        return registry.inventory(ledger.desired());
    }

    private void tick() {
        try {
            publish();
            sampler.sample(ledger.desired(), reconciler.instances());
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

    /** What the reconciler tells is written down, and then into the picture. */
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
            tidings.provisioned(deployment);
        }

        @Override
        public void gaveUp(DeploymentId deployment, Problem problem, List<String> lastLines) {
            tidings.gaveUp(deployment, problem, lastLines);
        }

        @Override
        public void failedForNow(DeploymentId deployment, Problem problem) {
            tidings.failedForNow(deployment, problem);
        }

        @Override
        public void instanceEnded(Tracked instance, Problem problem, List<String> lastLines) {
            logs.ended(instance, problem, lastLines);
            tidings.instanceEnded(instance.deployment(), problem);
        }

        @Override
        public void instanceUnready(Tracked instance, Problem problem) {
            tidings.instanceUnready(instance.deployment(), problem);
        }

        @Override
        public void instanceReadyAgain(Tracked instance) {
            tidings.instanceReadyAgain(instance.deployment(), instance.name());
        }

        @Override
        public void gone(DeploymentId deployment) {
            logs.forget(deployment);
            tidings.gone(deployment);
            publish();
        }

        @Override
        public void changed() {
            logs.update(reconciler.instances());
            publish();
        }
    }
}

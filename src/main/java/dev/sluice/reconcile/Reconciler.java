package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Phase;
import dev.sluice.engine.Instance;
import dev.sluice.reconcile.Planner.Seen.Condition;
import dev.sluice.reconcile.Prober.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what runs to what should run, one turn at a time: ask the engine what there is, plan, act. It is woken by
 * changes and by the engine, with a slow tick in case a call got lost; every action may be repeated. All methods and
 * all state belong to the one thread of {@link Tools#loop}.
 */
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration TICK = Duration.ofSeconds(5);

    /** A generation that no deployment has: what an earlier run left on the disk is not known to be of any. */
    private static final long BEFORE_ANY = 0;

    private final Tools tools;
    private final Traffic traffic;
    private final Progress progress;
    private final Planner planner = new Planner();
    private final Board board = new Board();
    private final Sightings sightings;
    private final Readiness readiness;
    private final Provisioner provisioner;
    private final Retirement retirement;
    private final AutoCloseable engineWatch;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean ending;

    public Reconciler(Tools tools, Traffic traffic, Progress progress) {
        this.tools = tools;
        this.traffic = traffic;
        this.progress = progress;
        sightings = new Sightings(tools.engine(), tools.clock(), tools.loop(), this::act);
        readiness = new Readiness(tools, sightings, this::probed);
        var failures = new Failures(tools, board, progress, this::turn);
        provisioner = new Provisioner(tools, board, sightings, progress, failures, this::turn);
        retirement = new Retirement(tools, board, sightings, traffic, failures, this::turn);
        engineWatch = tools.engine().watch(() -> tools.loop().execute(this::turn));
        tools.workspace().deployments().forEach(id -> board.remember(id, BEFORE_ANY));
        tools.loop().scheduleWithFixedDelay(this::turn, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on this is what should run. */
    public void want(DesiredState next) {
        board.want(next);
        turn();
    }

    /** Every instance that the engine is known to have. */
    public Collection<Tracked> instances() {
        return sightings.all();
    }

    /** What the deployment's environment could not honour here; empty if nothing, or if it is not known yet. */
    public String environmentNote(DeploymentId id) {
        return board.remembers(id) && board.work(id).stage() instanceof Work.Stage.Ready ready
                ? ready.environment().note()
                : "";
    }

    /** Whether anything of a deployment is still there, wanted or not. */
    public boolean remembers(DeploymentId id) {
        return board.remembers(id);
    }

    /** Whether something of the deployment runs, is being started or taken away, or is being made ready to run. */
    public boolean isAtWorkOn(DeploymentId id) {
        return !sightings.none(id) || (board.remembers(id) && board.work(id).stage() instanceof Work.Stage.Underway);
    }

    /**
     * Stops every instance, for a program that ends in an orderly way and leaves nothing behind. Nothing is started any
     * more; completes when nothing is there, those included that were being started.
     */
    public CompletionStage<Void> stopAll() {
        ending = true;
        turn();
        return ended;
    }

    private void turn() {
        sightings.refresh();
    }

    private void act() {
        try {
            if (ending) {
                end();
            } else {
                work();
            }
        } catch (RuntimeException e) {
            // Nobody waits for a turn: what it throws would be lost, and the trouble with it.
            LOG.error("a turn failed; the next comes within {} s", TICK.toSeconds(), e);
        }
    }

    private void end() {
        sightings.all().forEach(retirement::stop);
        if (sightings.seen().isEmpty()) {
            unwatch();
            ended.complete(null);
        }
    }

    private void work() {
        sightings.all().forEach(tracked -> {
            board.remember(tracked.deployment(), tracked.instance().key().generation());
            if (tracked.condition() == Condition.STARTING) {
                readiness.watch(tracked, board.readinessOf(tracked));
            }
        });
        var now = tools.clock().instant();
        var wanted = new TreeMap<DeploymentId, Planner.Wanted>();
        board.wanted().forEach((id, deployment) -> {
            provisioner.prepare(deployment);
            wanted.put(id, board.plannedFor(deployment, now));
        });
        planner.plan(wanted, sightings.seen()).forEach(this::take);
        removeWhatIsGone();
        progress.changed();
    }

    private void take(Action action) {
        if (action instanceof Action.Start start) {
            provisioner.start(start.deployment());
        } else if (action instanceof Action.Retire retire) {
            retirement.retire(retire.instance());
        } else if (action instanceof Action.Clear clear) {
            retirement.clear(clear.instance());
        } else {
            throw new IllegalStateException("unknown action " + action);
        }
    }

    private void probed(Tracked asked, Finding finding) {
        sightings
                .find(asked.name())
                .filter(tracked -> tracked.condition() == Condition.STARTING)
                .ifPresent(tracked -> {
                    if (finding == Finding.READY) {
                        ready(tracked);
                    } else {
                        notReady(tracked, finding);
                    }
                });
    }

    private void ready(Tracked tracked) {
        if (!(tracked.instance().status() instanceof Instance.Status.Reachable reachable)) {
            return;
        }
        var id = tracked.deployment();
        progress.phase(id, Phase.PROBE);
        sightings.become(tracked.name(), Condition.READY);
        traffic.admit(tracked.instance(), reachable.address());
        if (board.isPending(id)) {
            var wanted = board.wanted(id);
            if (sightings.ready(id, wanted.generation()) >= wanted.spec().instanceCount()) {
                progress.provisioned(id);
            }
        }
        turn();
    }

    private void notReady(Tracked tracked, Finding finding) {
        if (finding == Finding.NOT_READY) {
            progress.phase(tracked.deployment(), Phase.PROBE);
        }
        var patience = board.readinessOf(tracked).budget();
        if (tracked.since().plus(patience).isBefore(tools.clock().instant())) {
            sightings.become(tracked.name(), Condition.ENDED);
            turn();
        }
    }

    private void removeWhatIsGone() {
        board.remembered().stream()
                .filter(id -> !board.isWanted(id) && sightings.none(id))
                .filter(id -> !(board.work(id).stage() instanceof Work.Stage.Underway))
                .filter(id -> board.work(id).beginRemoving())
                .forEach(id -> retirement.removeFiles(id, () -> {
                    board.forget(id);
                    progress.gone(id);
                }));
    }

    /** The engine may outlive the loop, which takes no news when it has ended. */
    private void unwatch() {
        try {
            engineWatch.close();
        } catch (Exception e) {
            LOG.warn("the engine's watch could not be closed", e);
        }
    }
}

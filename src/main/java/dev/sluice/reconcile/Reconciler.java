package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Problem;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.reconcile.Planner.Seen.Condition;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** A generation that no deployment has: a folder that an earlier run left empty is not known to be of any. */
    private static final long BEFORE_ANY = 0;

    private final Tools tools;
    private final Progress progress;
    private final Planner planner = new Planner();
    private final Board board = new Board();
    private final History history = new History();
    private final Sightings sightings;
    private final Consequences consequences;
    private final Health health;
    private final Provisioner provisioner;
    private final Retirement retirement;
    private final Environments environments;
    private final AutoCloseable engineWatch;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean ending;

    public Reconciler(Tools tools, Traffic traffic, Progress progress) {
        this.tools = tools;
        this.progress = progress;
        sightings = new Sightings(tools.engine(), tools.clock(), tools.loop(), this::act);
        consequences = new Consequences(board, sightings, traffic, progress, this::turn);
        health = new Health(tools, sightings, history, consequences);
        var failures = new Failures(tools, board, progress, this::turn);
        provisioner = new Provisioner(tools, board, sightings, progress, failures, this::turn);
        retirement = new Retirement(tools, board, sightings, traffic, history, progress, failures, this::turn);
        environments = new Environments(board, tools.engine());
        engineWatch = tools.engine().watch(() -> tools.loop().execute(this::turn));
        tools.workspace().deployments().forEach(this::remember);
        tools.loop().scheduleWithFixedDelay(this::turn, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void remember(DeploymentId left) {
        board.workOn(left, BEFORE_ANY);
        tools.workspace().generations(left).forEach(generation -> board.workOn(left, generation));
    }

    /** From now on this is what should run. */
    public void want(DesiredState next) {
        board.want(next);
        turn();
    }

    /** Why the engine can never run such a deployment; nothing if it may. */
    public List<Problem> objections(DeploymentSpec spec) {
        return tools.engine().objections(spec);
    }

    /** Every instance that the engine is known to have. */
    public Collection<Tracked> instances() {
        return sightings.all();
    }

    /** What the deployment runs in, as the engine has made it ready; empty until then. */
    public Optional<PreparedEnvironment> environment(DeploymentId id) {
        return board.wanted(id)
                .flatMap(deployment -> board.ready(id, deployment.generation()))
                .map(Work.Stage.Ready::environment);
    }

    /** The instance's newest probes, oldest first. */
    public List<Probing> probes(String instance) {
        return history.probes(instance);
    }

    /** How the deployment's instances that ended by themselves came to it, newest first; the newest few are kept. */
    public List<Exit> exits(DeploymentId id) {
        return history.exits(id);
    }

    /** How many of the deployment's instances have ended by themselves since the program began. */
    public int exitCount(DeploymentId id) {
        return history.exitCount(id);
    }

    /** Whether anything of a deployment is still there, wanted or not. */
    public boolean remembers(DeploymentId id) {
        return board.remembers(id);
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
            board.workOn(tracked.deployment(), tracked.instance().key().generation());
            if (tracked.condition() == Condition.STARTING) {
                health.watch(tracked, board.readinessOf(tracked), board.livenessOf(tracked));
            }
        });
        board.abandonUnwanted();
        // What is to take another's place may have become complete by wanting fewer of it.
        board.wanted().values().forEach(deployment -> deployment.coming().ifPresent(consequences::completeIfReady));
        var now = tools.clock().instant();
        var wanted = new TreeMap<DeploymentId, Planner.Wanted>();
        board.wanted().forEach((id, deployment) -> {
            Board.versions(deployment).forEach(provisioner::prepare);
            wanted.put(id, board.plannedFor(deployment, now));
        });
        planner.plan(wanted, sightings.seen()).forEach(this::take);
        removeWhatIsGone();
        removeWhatIsOutdated();
        environments.releaseUnused();
        progress.changed();
    }

    private void take(Action action) {
        if (action instanceof Action.Start start) {
            board.version(start.deployment(), start.generation()).ifPresent(provisioner::start);
        } else if (action instanceof Action.Retire retire) {
            retirement.retire(retire.instance());
        } else if (action instanceof Action.Clear clear) {
            retirement.clear(clear.instance());
        } else {
            throw new IllegalStateException("unknown action " + action);
        }
    }

    private void removeWhatIsGone() {
        board.remembered().stream()
                .filter(id -> !board.isWanted(id) && sightings.none(id))
                .filter(id -> !board.isUnderway(id))
                .filter(board::beginRemoving)
                .forEach(id -> retirement.removeFiles(id, () -> {
                    board.forget(id);
                    environments.versionGone();
                    progress.gone(id);
                }));
    }

    /** The files of versions that others have taken the place of, or that were given up on the way to it. */
    private void removeWhatIsOutdated() {
        board.wanted()
                .keySet()
                .forEach(id -> board.outdated(id).stream()
                        .filter(generation -> sightings.none(id, generation))
                        .filter(generation -> board.workOn(id, generation).beginRemoving())
                        .forEach(generation -> retirement.removeFiles(id, generation, () -> forget(id, generation))));
    }

    private void forget(DeploymentId id, long generation) {
        board.forget(id, generation);
        environments.versionGone();
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

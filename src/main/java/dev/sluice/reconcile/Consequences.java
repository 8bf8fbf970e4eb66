package dev.sluice.reconcile;

import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Provisioning;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceKey;
import dev.sluice.reconcile.Planner.Seen.Condition;
import dev.sluice.reconcile.Tracked.Fault;
import dev.sluice.reconcile.Vitals.Verdict;

/** What comes of an instance's health: it gets requests, gets none for now, or is given up. */
final class Consequences implements Health.Listener {

    private final Board board;
    private final Sightings sightings;
    private final Traffic traffic;
    private final Progress progress;
    private final Runnable turn;

    Consequences(Board board, Sightings sightings, Traffic traffic, Progress progress, Runnable turn) {
        this.board = board;
        this.sightings = sightings;
        this.traffic = traffic;
        this.progress = progress;
        this.turn = turn;
    }

    @Override
    public void answers(Tracked instance) {
        tellProbe(instance.instance().key());
    }

    @Override
    public void judged(Tracked instance, Verdict verdict) {
        switch (verdict) {
            case READY -> ready(instance);
            case UNREADY -> unready(instance);
            case LATE -> giveUp(instance, Fault.NEVER_READY);
            case DEAD -> giveUp(instance, Fault.NOT_ALIVE);
        }
    }

    private void ready(Tracked tracked) {
        if (!(tracked.instance().status() instanceof Instance.Status.Reachable reachable)) {
            return;
        }
        var key = tracked.instance().key();
        sightings.become(tracked.name(), Condition.READY);
        traffic.admit(tracked.instance(), reachable.scoring());
        if (tracked.condition() == Condition.UNREADY) {
            progress.instanceReadyAgain(tracked);
        } else {
            tellProbe(key);
        }
        board.version(key).ifPresent(this::completeIfReady);
        turn.run();
    }

    /** It runs on, and may become ready again; nothing is started in its place. */
    private void unready(Tracked tracked) {
        sightings.become(tracked.name(), Condition.UNREADY);
        traffic.withdraw(tracked.instance().id());
        progress.instanceUnready(tracked, Diagnosis.unready(tracked, board.readinessOf(tracked)));
        turn.run();
    }

    private void giveUp(Tracked tracked, Fault fault) {
        sightings.giveUp(tracked.name(), fault);
        turn.run();
    }

    /** A version is there when as many of its instances are ready as are wanted. */
    void completeIfReady(DesiredDeployment version) {
        var id = version.spec().id();
        int ready = sightings.ready(id, version.generation()).size();
        if (version.provisioning() instanceof Provisioning.Pending
                && ready >= version.spec().instanceCount()) {
            progress.provisioned(id);
        }
    }

    private void tellProbe(InstanceKey key) {
        if (board.isNewest(key.deployment(), key.generation())) {
            progress.phase(key.deployment(), Phase.PROBE);
        }
    }
}

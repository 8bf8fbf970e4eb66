package dev.sluice.control;

import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Problem;
import dev.sluice.reconcile.Reconciler;
import dev.sluice.store.Store;
import dev.sluice.store.StoreException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wanted, and the one place where that changes: first it is stored, then the routes have it, then the reconciler.
 * Changes come one after the other, so that two can never mix. For the runtime's thread only.
 */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Store store;
    private final Routes routes;
    private final Reconciler reconciler;
    private final Capacity capacity;
    private final Diary diary;
    private DesiredState desired;
    private long revision;

    Ledger(Store store, Routes routes, Reconciler reconciler, Capacity capacity, Diary diary) {
        this.store = store;
        this.routes = routes;
        this.reconciler = reconciler;
        this.capacity = capacity;
        this.diary = diary;
        var stored = store.load();
        this.desired = stored.state();
        this.revision = stored.revision();
    }

    DesiredState desired() {
        return desired;
    }

    long revision() {
        return revision;
    }

    /** The number that a version gets which is made by the next command. */
    long nextGeneration() {
        return revision + 1;
    }

    /** A command: who gave it, what it does, and the same in a few words. */
    record Asked(Caller by, Deed deed, String summary) {}

    /** Does {@code change} and then {@code begin}, unless there are problems that hold the caller up. */
    Outcome unless(List<Problem> problems, Asked asked, UnaryOperator<DesiredState> change, Runnable begin) {
        if (!asked.by().heldUpBy(problems).isEmpty()) {
            return refuse(asked, problems);
        }
        var next = change.apply(desired);
        var tooMuch = capacity.problems(desired, next);
        return asked.by().heldUpBy(tooMuch).isEmpty()
                ? apply(
                        asked,
                        next,
                        Stream.concat(problems.stream(), tooMuch.stream()).toList(),
                        begin)
                : refuse(asked, tooMuch);
    }

    /** Because of what holds the caller up; what does not is not told. */
    Outcome refuse(Asked asked, List<Problem> problems) {
        var told = asked.by().heldUpBy(problems);
        diary.refused(asked.by().actor(), asked.deed(), told);
        return new Outcome.Refused(told);
    }

    /** Stores what the user wants; only then does {@code begin} begin a job, so that a refused command leaves none. */
    private Outcome apply(Asked asked, DesiredState next, List<Problem> inSpiteOf, Runnable begin) {
        try {
            store(next, asked.summary(), Diary.applied(asked.by().actor(), asked.deed(), inSpiteOf));
        } catch (StoreException | IllegalArgumentException e) {
            LOG.warn("could not be stored: {}", asked.summary(), e);
            return refuse(asked, List.of(notStored(e)));
        }
        begin.run();
        desired = next;
        act();
        return new Outcome.Applied(revision);
    }

    /**
     * What has come true holds even if it cannot be stored now: the next save stores it along. After a crash before that
     * the deployment is pending still and comes to the same end again.
     */
    void happened(String summary, DesiredState next, Happening happening) {
        try {
            store(next, summary, happening);
        } catch (StoreException e) {
            LOG.warn("not stored yet: {}", summary, e);
        }
        desired = next;
        act();
    }

    private void store(DesiredState next, String summary, Happening happening) {
        var saved = store.save(next, summary, happening);
        revision = saved.revision();
        diary.tell(saved.activity());
    }

    /** Sets what is wanted to work. */
    void act() {
        routes.want(desired);
        reconciler.want(desired);
    }

    static Problem notStored(RuntimeException failure) {
        return Problem.of(
                Problem.Code.INTERNAL,
                "",
                "this could not be stored, and nothing was changed: " + failure.getMessage(),
                "put that right and try again");
    }
}

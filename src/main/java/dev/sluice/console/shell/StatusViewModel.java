package dev.sluice.console.shell;

import dev.sluice.console.jobs.JobsInWords;
import dev.sluice.console.support.Errands;
import dev.sluice.console.support.Errands.Underway;
import dev.sluice.console.support.Reach;
import dev.sluice.control.Fleet;
import java.time.Clock;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** The line at the bottom: what everything runs on, and what is being done. For the UI thread only. */
final class StatusViewModel {

    private final Clock clock;
    private final Errands errands;
    private final Reach reach;
    private final ReadOnlyStringWrapper engine = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper engineDetail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper router = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper metrics = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper newest = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Fleet known;

    /** When the runtime was last there. */
    private Instant heard = Instant.EPOCH;

    StatusViewModel(Clock clock, Errands errands, Reach reach) {
        this.clock = clock;
        this.errands = errands;
        this.reach = reach;
        reach.lost().addListener((o, before, after) -> tick());
        errands.underway().addListener((ListChangeListener<Underway>) change -> tick());
    }

    void show(Fleet fleet) {
        engine.set(fleet.runtime().engineTitle());
        engineDetail.set(fleet.runtime().engineDetail());
        router.set("127.0.0.1:" + fleet.runtime().routerPort());
        metrics.set("127.0.0.1:" + fleet.runtime().metricsPort() + "/metrics");
        known = fleet;
        tick();
    }

    /** Time has passed: what is under way has taken longer. */
    void tick() {
        var now = clock.instant();
        boolean isThere = !reach.lost().get();
        if (isThere) {
            heard = now;
        }
        if (known == null) {
            return;
        }
        boolean isErrand = !errands.underway().isEmpty();
        busy.set(isErrand || isThere && known.running() > 0);
        newest.set(JobsInWords.of(errands.underway(), known, isErrand ? now : heard));
    }

    ReadOnlyStringProperty engineProperty() {
        return engine.getReadOnlyProperty();
    }

    ReadOnlyStringProperty engineDetailProperty() {
        return engineDetail.getReadOnlyProperty();
    }

    ReadOnlyStringProperty routerProperty() {
        return router.getReadOnlyProperty();
    }

    ReadOnlyStringProperty metricsProperty() {
        return metrics.getReadOnlyProperty();
    }

    /** The newest errand's or running job's step, and how many more run; empty if none does. */
    ReadOnlyStringProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** Whether anything is known to go on: jobs are not while the runtime is gone, errands are the window's own. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}

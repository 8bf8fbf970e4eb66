package dev.sluice.console.support;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a window does for a while by itself, as long as it does. For the UI thread only. */
public final class Errands {

    /**
     * One that has begun.
     *
     * @param number from 1, in the order in which they began
     */
    public record Underway(long number, Instant began, Errand errand) {}

    private final Clock clock;
    private final ObservableList<Underway> underway = FXCollections.observableArrayList();
    private final ObservableList<Underway> readOnly = FXCollections.unmodifiableObservableList(underway);
    private long begun;

    public Errands(Clock clock) {
        this.clock = clock;
    }

    /** Newest first. */
    public ObservableList<Underway> underway() {
        return readOnly;
    }

    public void begin(Errand errand) {
        underway.add(0, new Underway(++begun, clock.instant(), errand));
    }

    public void end(Errand errand) {
        underway.removeIf(each -> each.errand() == errand);
    }

    /** With the window nobody is left who could see them. */
    public void stopAll() {
        List.copyOf(underway).forEach(each -> each.errand().stop());
    }
}

package dev.sluice.console.support;

import dev.sluice.control.Job.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a window does for a while by itself, and how the newest that have ended came to it. For the UI thread only. */
public final class Errands {

    private static final int KEPT = 20;

    /**
     * One that has begun.
     *
     * @param number from 1, in the order in which they began
     */
    public record Underway(long number, Instant began, Errand errand) {}

    /** One that has ended, as it stood then: what it was made of is let go. {@code text} is how it ended, in a few words. */
    public record Ended(
            long number,
            Instant began,
            String title,
            Result result,
            String text,
            List<Errand.Step> steps,
            List<JobLine> log) {
        public Ended {
            steps = List.copyOf(steps);
            log = List.copyOf(log);
        }
    }

    private final Clock clock;
    private final ObservableList<Underway> underway = FXCollections.observableArrayList();
    private final ObservableList<Underway> readOnly = FXCollections.unmodifiableObservableList(underway);
    private final Deque<Ended> ended = new ArrayDeque<>();
    private long begun;

    public Errands(Clock clock) {
        this.clock = clock;
    }

    /** Newest first. */
    public ObservableList<Underway> underway() {
        return readOnly;
    }

    /** Those that were the last to end, the newest of them first; there before {@link #underway} tells that they are gone. */
    public List<Ended> ended() {
        return List.copyOf(ended);
    }

    public void begin(Errand errand) {
        underway.add(0, new Underway(++begun, clock.instant(), errand));
    }

    /** It is done, and {@code text} says what came of it. */
    public void done(Errand errand, String text) {
        end(errand, Result.Done::new, text);
    }

    public void failed(Errand errand, String why) {
        end(errand, now -> new Result.Failed(now, why), "");
    }

    /** The user did not want it any longer; {@code text} says how far it was, or what is left of it. */
    public void stopped(Errand errand, String text) {
        end(errand, Result.Cancelled::new, text);
    }

    private void end(Errand errand, Function<Instant, Result> result, String text) {
        underway.stream().filter(each -> each.errand() == errand).findFirst().ifPresent(each -> {
            ended.addFirst(new Ended(
                    each.number(),
                    each.began(),
                    errand.title(),
                    result.apply(clock.instant()),
                    text,
                    errand.steps(),
                    errand.log()));
            if (ended.size() > KEPT) {
                ended.removeLast();
            }
            underway.remove(each);
        });
    }

    /** With the window nobody is left who could see them. */
    public void stopAll() {
        List.copyOf(underway).forEach(each -> each.errand().stop());
    }
}

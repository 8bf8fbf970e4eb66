package dev.sluice.console.invoke;

import dev.sluice.console.support.Problems;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.RolloutControl;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request many times and counts who answers. What is due at an instant is timed from that instant, however late
 * it really went out: a slow model must not slow down the clock that measures it. Safe from any thread.
 */
final class LoadRun {

    /** So many may be on their way; what is due beyond that is skipped, and counted. */
    static final int MOST_IN_FLIGHT = 256;

    private final RolloutControl control;
    private final Delay delay;
    private final LongSupplier nanos;
    private final Invocation invocation;
    private final LoadPlan plan;
    private final Map<String, LoadCount> counts = new HashMap<>();
    private final long began;
    private int due;
    private int sent;
    private int inFlight;
    private int unanswered;
    private int skipped;
    private String problem = "";
    private boolean stopped;

    LoadRun(RolloutControl control, Delay delay, LongSupplier nanos, Invocation invocation, LoadPlan plan) {
        this.control = control;
        this.delay = delay;
        this.nanos = nanos;
        this.invocation = invocation;
        this.plan = plan;
        this.began = nanos.getAsLong();
    }

    void start() {
        if (plan instanceof LoadPlan.Rate rate) {
            sendWhatIsDue(rate);
        } else {
            sendNext();
        }
    }

    /** Sends no more; what is on its way is not counted any more. */
    synchronized void stop() {
        stopped = true;
    }

    synchronized boolean isOver() {
        return stopped || due == plan.total() && inFlight == 0;
    }

    /** Why the last request that got no answer got none; empty if all got one. */
    synchronized String problem() {
        return problem;
    }

    synchronized LoadTally tally() {
        var lines = counts.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
        return new LoadTally(plan.total(), sent, unanswered, skipped, lines);
    }

    private void sendNext() {
        if (takeTurn()) {
            send(nanos.getAsLong()).whenComplete((answer, failure) -> sendNext());
        }
    }

    private void sendWhatIsDue(LoadPlan.Rate rate) {
        while (isDue(rate)) {
            long instant = began + rate.due(due()).toNanos();
            if (takeTurn()) {
                send(instant);
            }
        }
        if (goesOn()) {
            delay.after(
                    Duration.ofNanos(began + rate.due(due()).toNanos() - nanos.getAsLong()), () -> sendWhatIsDue(rate));
        }
    }

    private synchronized int due() {
        return due;
    }

    private synchronized boolean goesOn() {
        return !stopped && due < plan.total();
    }

    private synchronized boolean isDue(LoadPlan.Rate rate) {
        return goesOn() && nanos.getAsLong() - began >= rate.due(due).toNanos();
    }

    /** False if there is no turn any more, or it has to be skipped. */
    private synchronized boolean takeTurn() {
        if (!goesOn()) {
            return false;
        }
        due++;
        if (inFlight == MOST_IN_FLIGHT) {
            skipped++;
            return false;
        }
        inFlight++;
        sent++;
        return true;
    }

    private CompletionStage<Answer> send(long instant) {
        return control.invoke(invocation)
                .whenComplete(
                        (answer, failure) -> count(answer, failure, Duration.ofNanos(nanos.getAsLong() - instant)));
    }

    private synchronized void count(@Nullable Answer answer, @Nullable Throwable failure, Duration took) {
        inFlight--;
        if (stopped) {
            return;
        }
        if (answer == null) {
            unanswered++;
            problem = Problems.of(null, failure);
        } else {
            counts.computeIfAbsent(answer.answeredBy(), unknown -> new LoadCount())
                    .add(answer, took);
        }
    }
}

package dev.sluice.console.invoke;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.JobLine;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.EndpointName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A run of many requests as it is seen, whichever page is open. For the UI thread only. */
final class LoadErrand implements Errand {

    private static final int MOST_LINES = 500;

    private final EndpointName endpoint;
    private final LoadRun run;
    private final Consumer<LoadErrand> told;
    private final Clock clock;
    private final Step sending;
    private final List<JobLine> log = new ArrayList<>();
    private LoadTally tally;
    private String problem = "";
    private boolean isOver;
    private boolean isStopped;

    /** @param told is told after each look, and when it was stopped; once that it is over */
    LoadErrand(EndpointName endpoint, LoadRun run, Clock clock, Consumer<LoadErrand> told) {
        this.endpoint = endpoint;
        this.run = run;
        this.told = told;
        this.clock = clock;
        this.tally = run.tally();
        this.sending = new Step(Messages.of("invoke.load.step", tally.wanted()), clock.instant());
    }

    EndpointName endpoint() {
        return endpoint;
    }

    void begin() {
        run.start();
        look();
    }

    /** Counts what has come of it so far; what is over has been counted. */
    void look() {
        if (isOver) {
            return;
        }
        // Whether it is over first: what is counted until then is all there is.
        isOver = run.isOver();
        tally = run.tally();
        note(run.problem());
        told.accept(this);
    }

    /** A problem that stays the same from look to look is one line of the log. */
    private void note(String newest) {
        if (!newest.isEmpty() && !newest.equals(problem) && log.size() < MOST_LINES) {
            log.add(new JobLine(clock.instant(), sending.title(), newest));
        }
        problem = newest;
    }

    @Override
    public void stop() {
        isStopped |= !isOver;
        run.stop();
        look();
    }

    LoadTally tally() {
        return tally;
    }

    /** Why the last request that got no answer got none; empty otherwise. */
    String problem() {
        return problem;
    }

    boolean isOver() {
        return isOver;
    }

    /** Whether it was over before its time. */
    boolean isStopped() {
        return isStopped;
    }

    @Override
    public String title() {
        return Messages.of("invoke.load.title", endpoint);
    }

    @Override
    public String now() {
        return LoadText.sent(tally);
    }

    @Override
    public double progress() {
        return (double) tally.sent() / tally.wanted();
    }

    @Override
    public List<Step> steps() {
        return List.of(sending);
    }

    @Override
    public List<JobLine> log() {
        return List.copyOf(log);
    }

    @Override
    public String stopEffect() {
        return Messages.of("invoke.load.stop.effect");
    }
}

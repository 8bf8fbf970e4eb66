package dev.sluice.console.invoke;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.EndpointName;
import java.util.function.Consumer;

/** A run of many requests as it is seen, whichever page is open. For the UI thread only. */
final class LoadErrand implements Errand {

    private final EndpointName endpoint;
    private final LoadRun run;
    private final Consumer<LoadErrand> told;
    private LoadTally tally;
    private String problem = "";
    private boolean isOver;
    private boolean isStopped;

    /** @param told is told after each look, and when it was stopped; once that it is over */
    LoadErrand(EndpointName endpoint, LoadRun run, Consumer<LoadErrand> told) {
        this.endpoint = endpoint;
        this.run = run;
        this.told = told;
        this.tally = run.tally();
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
        problem = run.problem();
        told.accept(this);
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
        return Messages.of("invoke.load.summary", tally.sent(), tally.wanted(), tally.failed());
    }

    @Override
    public double progress() {
        return (double) tally.sent() / tally.wanted();
    }

    @Override
    public String stopEffect() {
        return Messages.of("invoke.load.stop.effect");
    }
}

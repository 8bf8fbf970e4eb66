package dev.sluice.console;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Errands;

/** An errand of which half is done, however long one waits, until it is stopped. */
public final class HalfDone implements Errand {

    private final Errands errands;

    public HalfDone(Errands errands) {
        this.errands = errands;
    }

    @Override
    public String title() {
        return "Sending";
    }

    @Override
    public String now() {
        return "5 of 10";
    }

    @Override
    public double progress() {
        return 0.5;
    }

    @Override
    public String stopEffect() {
        return "Stopping sends no more";
    }

    @Override
    public void stop() {
        errands.end(this);
    }
}

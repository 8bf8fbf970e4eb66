package dev.sluice.console;

import dev.sluice.console.support.Errand;

/** An errand of which half is done, however long one waits. */
public final class HalfDone implements Errand {

    public boolean isStopped;

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
        isStopped = true;
    }
}

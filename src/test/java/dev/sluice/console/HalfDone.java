package dev.sluice.console;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Errands;
import dev.sluice.console.support.JobLine;
import java.util.List;

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
    public List<Step> steps() {
        return List.of(new Step("Send", SampleFleets.NOW));
    }

    @Override
    public List<JobLine> log() {
        return List.of(new JobLine(SampleFleets.NOW, "Send", "told by the window"));
    }

    @Override
    public String stopEffect() {
        return "Stopping sends no more";
    }

    @Override
    public void stop() {
        errands.stopped(this, now());
    }
}

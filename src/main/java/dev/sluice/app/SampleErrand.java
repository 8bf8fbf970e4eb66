package dev.sluice.app;

import dev.sluice.console.support.Errand;
import dev.sluice.demo.Teller;

/**
 * The sample rollout among what the window does by itself: the step it is at, and how to stop it. Told on the sample's thread,
 * read and stopped on the UI thread.
 */
final class SampleErrand implements Errand, Teller {

    private static final double NOBODY_KNOWS = -1;

    private final Teller window;
    private final Runnable cancel;
    private volatile String step = "Setting up";
    private volatile boolean isStopped;

    /**
     * @param window is told whatever this is told
     * @param cancel ends the sample's waiting and its requests
     */
    SampleErrand(Teller window, Runnable cancel) {
        this.window = window;
        this.cancel = cancel;
    }

    boolean isStopped() {
        return isStopped;
    }

    @Override
    public void step(int number, int of, Scene scene, String title) {
        step = title;
        window.step(number, of, scene, title);
    }

    @Override
    public void fact(String text) {
        window.fact(text);
    }

    @Override
    public void end(boolean held, String text) {
        window.end(held, text);
    }

    @Override
    public String title() {
        return "Sample rollout";
    }

    @Override
    public String now() {
        return step;
    }

    @Override
    public double progress() {
        return NOBODY_KNOWS;
    }

    @Override
    public String stopEffect() {
        return "Stopping ends its requests; what it has set up stays";
    }

    @Override
    public void stop() {
        isStopped = true;
        cancel.run();
    }
}

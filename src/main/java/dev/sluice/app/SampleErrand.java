package dev.sluice.app;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.JobLine;
import dev.sluice.demo.Teller;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The sample rollout among what the window does by itself: its steps, what it tells, and how to stop it. Told on the sample's thread,
 * read and stopped on the UI thread.
 */
final class SampleErrand implements Errand, Teller {

    private static final String BEGINNING = "Setting up";

    private final Teller window;
    private final Clock clock;
    private final Runnable cancel;
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private final List<JobLine> log = new CopyOnWriteArrayList<>();
    private volatile double progress;
    private volatile boolean isStopped;

    /**
     * @param window is told whatever this is told
     * @param cancel ends the sample's waiting and its requests
     */
    SampleErrand(Teller window, Clock clock, Runnable cancel) {
        this.window = window;
        this.clock = clock;
        this.cancel = cancel;
    }

    boolean isStopped() {
        return isStopped;
    }

    @Override
    public void step(int number, int of, Scene scene, String title) {
        // The step that has just begun counts half.
        progress = (number - 0.5) / of;
        steps.add(new Step(title, clock.instant()));
        window.step(number, of, scene, title);
    }

    @Override
    public void fact(String text) {
        note(text);
        window.fact(text);
    }

    /** Only the window is not told, which is told by the end. */
    void note(String text) {
        log.add(new JobLine(clock.instant(), now(), text));
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
        return steps.isEmpty() ? BEGINNING : steps.get(steps.size() - 1).title();
    }

    @Override
    public double progress() {
        return progress;
    }

    @Override
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    @Override
    public List<JobLine> log() {
        return List.copyOf(log);
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

package dev.sluice.console.support;

import java.time.Instant;
import java.util.List;

/**
 * What a window does for a while by itself, such as sending many test requests. The runtime knows nothing of it, but a user
 * sees it beside the runtime's jobs, from every page, and stops it there. For the UI thread only.
 */
public interface Errand {

    /** A step that was begun; it lasts until the next one begins. */
    record Step(String title, Instant began) {}

    /** What is being done: {@code Sending requests to diabetes}. */
    String title();

    /** How far it is, in a few words. */
    String now();

    /** How much of it is done, 0 to 1; negative if nobody knows. */
    double progress();

    /** The steps that it has come to, oldest first. */
    List<Step> steps();

    /** What it has told, oldest first. */
    List<JobLine> log();

    /** What stopping it does, as a sentence; empty if it cannot be stopped. */
    String stopEffect();

    /** Whoever began it tells the {@link Errands} that it has ended. Does nothing to one that cannot be stopped. */
    void stop();
}

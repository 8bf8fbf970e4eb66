package dev.sluice.console.support;

/**
 * What a window does for a while by itself, such as sending many test requests. The runtime knows nothing of it, but a user
 * sees it beside the runtime's jobs, from every page, and stops it there. For the UI thread only.
 */
public interface Errand {

    /** What is being done: {@code Sending requests to diabetes}. */
    String title();

    /** How far it is, in a few words. */
    String now();

    /** How much of it is done, 0 to 1; negative if nobody knows. */
    double progress();

    /** What stopping it does, as a sentence; empty if it cannot be stopped. */
    String stopEffect();

    /** Whoever began it tells the {@link Errands} that it has ended. Does nothing to one that cannot be stopped. */
    void stop();
}

package dev.sluice.router.http;

/** Runs something on an event loop after a while. */
@FunctionalInterface
interface Alarm {

    /** Not at all if the event loop has ended by then. To be called on the event loop, where {@code task} runs, too. */
    void after(int millis, Runnable task);
}

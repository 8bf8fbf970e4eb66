package dev.sluice.console.support.code;

import javafx.animation.AnimationTimer;

/** Does a task once before the next frame is drawn, however often it is asked to. For the UI thread only. */
final class Soon {

    private final AnimationTimer next;

    Soon(Runnable task) {
        next = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                task.run();
            }
        };
    }

    void ask() {
        next.start();
    }
}

package dev.sluice.app;

import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;

/** Tells when a window can be used for the first time: the runtime's picture is in it and on the screen. */
final class FirstUse extends AnimationTimer {

    /** A pulse builds the picture, the next one begins when it has been painted. */
    private static final int PULSES_TO_THE_SCREEN = 2;

    private final CompletableFuture<Void> usable = new CompletableFuture<>();
    private final Scene scene;
    private int pulses;

    private FirstUse(Scene scene) {
        this.scene = scene;
    }

    /** On the UI's thread. */
    static CompletableFuture<Void> of(Scene scene) {
        var timer = new FirstUse(scene);
        timer.start();
        return timer.usable;
    }

    @Override
    public void handle(long now) {
        if (isFilled() && pulses++ == PULSES_TO_THE_SCREEN) {
            stop();
            usable.complete(null);
        }
    }

    /** There is something to choose in the tree, or the first run is offered. */
    private boolean isFilled() {
        return scene.lookup("#explorer-tree") instanceof TreeView<?> tree && tree.getExpandedItemCount() > 0
                || isShown(scene.lookup("#welcome"));
    }

    private static boolean isShown(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node != null;
    }
}

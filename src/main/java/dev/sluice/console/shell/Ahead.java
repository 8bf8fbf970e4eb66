package dev.sluice.console.shell;

import dev.sluice.console.support.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;

/**
 * Does what will be wanted, one piece at a time, while nobody is at the window: who turns to a page for the first time need
 * not wait until it is built. For the UI thread only.
 */
final class Ahead {

    private static final Duration GLANCE = Duration.ofMillis(250);

    /** Somebody who has just moved the mouse is about to press something, and is not to wait for a piece. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final List<Runnable> all;
    private final Deque<Runnable> pieces;
    private final BooleanSupplier isTime;
    private final Clock clock;
    private final Ticker ticker;
    private Instant touched;

    /**
     * @param pieces each takes a fraction of a second, or nothing if somebody has done it meanwhile
     * @param isTime whether the window has nothing else to do first
     */
    Ahead(List<Runnable> pieces, BooleanSupplier isTime, Clock clock, Executor ui) {
        this.all = List.copyOf(pieces);
        this.pieces = new ArrayDeque<>(all);
        this.isTime = isTime;
        this.clock = clock;
        this.touched = clock.instant();
        this.ticker = new Ticker(GLANCE, ui, this::glance);
    }

    /** Until all is done or {@link #stop} is called. */
    void start(Stage stage) {
        stage.addEventFilter(InputEvent.ANY, event -> touch());
        // A window manager that moves or resizes the window keeps the mouse to itself.
        for (var edge : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
            edge.addListener((o, before, after) -> touch());
        }
        ticker.start();
    }

    /** Somebody is at the window. */
    void touch() {
        touched = clock.instant();
    }

    /** From the first piece on: something has undone them. */
    void again() {
        pieces.clear();
        pieces.addAll(all);
        ticker.start();
    }

    void stop() {
        ticker.stop();
    }

    /** Does the next piece if nobody would notice. */
    void glance() {
        if (pieces.isEmpty()) {
            stop();
        } else if (isTime.getAsBoolean() && !clock.instant().isBefore(touched.plus(REST))) {
            pieces.remove().run();
        }
    }
}

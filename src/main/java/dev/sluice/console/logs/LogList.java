package dev.sluice.console.logs;

import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where the list of lines is scrolled to. While it follows, the newest line is in sight; scrolling up pauses that, and
 * reaching the end resumes it. While it rests, what is in sight stays where it is, also when older lines go or are
 * read.
 */
final class LogList {

    private static final double AT_END = 0.9999;

    private final ListView<LogEntry> list;
    private final LogsViewModel model;

    LogList(ListView<LogEntry> list, LogsViewModel model) {
        this.list = list;
        this.model = model;
    }

    void follow() {
        model.arrivedProperty().addListener((o, before, after) -> {
            if (model.followingProperty().get()) {
                scrollToEnd();
            } else {
                stayWhereItIs();
            }
        });
        // Lines may come before the list has its size, and it may get another.
        list.heightProperty().addListener((o, before, after) -> {
            if (model.followingProperty().get()) {
                scrollToEnd();
            }
        });
        model.followingProperty().addListener((o, before, after) -> {
            if (after) {
                scrollToEnd();
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> judgePosition());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> judgePosition());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Brings the line at this place into sight and rests there. */
    void goTo(int index) {
        model.pauseFollowing();
        int visible = (int) (list.getHeight() / 20);
        list.scrollTo(Math.max(0, index - visible / 3));
    }

    /** The cells still stand as they did before the lines that have just come in. */
    private void stayWhereItIs() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            var first = flow.getFirstVisibleCell();
            int now = model.shift().of(first.getIndex());
            if (now != first.getIndex()) {
                // Of the first line a part is in sight, or nothing at all.
                double hidden = -first.getLayoutY();
                list.layout();
                list.scrollTo(now);
                flow.scrollPixels(hidden);
            }
        }
    }

    /** Turning the wheel up is enough to pause: waiting for the bar to move would fight with new lines. */
    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() > 0 && !fits()) {
            model.pauseFollowing();
        } else if (event.getDeltaY() < 0) {
            judgePosition();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> model.pauseFollowing();
            case END -> model.follow();
            case DOWN, PAGE_DOWN -> judgePosition();
            default -> {}
        }
    }

    private void judgePosition() {
        var bar = bar();
        if (bar == null || bar.getValue() >= AT_END * bar.getMax()) {
            model.follow();
        } else {
            model.pauseFollowing();
        }
    }

    private boolean fits() {
        var bar = bar();
        return bar == null || !bar.isVisible();
    }

    private @Nullable ScrollBar bar() {
        return list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar ? bar : null;
    }

    private void scrollToEnd() {
        list.scrollTo(Math.max(0, model.lines().size() - 1));
        // It guesses the heights of cells that it has not shown, and may stop a line short of the end.
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.setPosition(1);
        }
    }
}

package dev.sluice.console.shell;

import dev.sluice.console.desktop.Notifier;
import dev.sluice.console.support.Notice;
import dev.sluice.console.support.NoticeBoard;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;

/** Passes what the window tells on to the desktop while the user is in another window. For the UI thread only. */
final class AwayNotices {

    private final Notifier notifier;
    private final Executor background;
    private final BooleanSupplier isLookedAt;

    AwayNotices(Notifier notifier, Executor background, BooleanSupplier isLookedAt) {
        this.notifier = notifier;
        this.background = background;
        this.isLookedAt = isLookedAt;
    }

    /** Until the result is closed. */
    AutoCloseable follow(NoticeBoard board) {
        ListChangeListener<Notice> listener = this::told;
        board.notices().addListener(listener);
        return () -> board.notices().removeListener(listener);
    }

    private void told(ListChangeListener.Change<? extends Notice> change) {
        while (change.next()) {
            if (!isLookedAt.getAsBoolean()) {
                change.getAddedSubList().forEach(notice -> background.execute(() -> notifier.tell(notice.title())));
            }
        }
    }
}

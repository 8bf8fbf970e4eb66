package dev.sluice.console.logs;

import dev.sluice.console.support.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How many lines are shown, and while there are none, what would make lines appear. For the UI thread only. */
final class LogsInWords {

    /**
     * What is to be put in words.
     *
     * @param hasDeployments whether there is one that could write lines
     * @param filtered whether lines that are kept may be hidden
     * @param mayHaveOlder whether there may have been lines that are not kept
     */
    record Counts(boolean hasDeployments, int shown, int kept, boolean filtered, boolean mayHaveOlder) {}

    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper nobody = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unread = new ReadOnlyBooleanWrapper();
    private boolean read;
    private boolean cleared;
    private String whyUnread = "";

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What would make lines appear. */
    ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /** Whether there is no deployment that could write a line, and none has written one. */
    ReadOnlyBooleanProperty nobodyProperty() {
        return nobody.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    void beginReading() {
        read = false;
        cleared = false;
        whyUnread = "";
    }

    void couldNotRead(String why) {
        whyUnread = why;
    }

    void haveRead() {
        read = true;
    }

    /** A user has taken away all that was there. */
    void haveCleared() {
        cleared = true;
    }

    void describe(Counts now) {
        summary.set(read ? counted(now) : "");
        nobody.set(!now.hasDeployments() && now.kept() == 0);
        unread.set(!read && !whyUnread.isEmpty());
        emptyText.set(Messages.of(emptyKey(now), LogFollowing.TAIL, whyUnread));
    }

    private static String counted(Counts now) {
        return now.filtered()
                ? Messages.of("logs.summary.filtered", now.shown(), now.kept())
                : Messages.of("logs.summary.all", now.shown());
    }

    private String emptyKey(Counts now) {
        if (nobody.get()) {
            return "logs.empty.no-deployment";
        }
        if (!read) {
            return unread.get() ? "logs.empty.not-read" : "logs.empty.loading";
        }
        if (cleared) {
            return now.kept() == 0 ? "logs.empty.cleared" : "logs.empty.cleared.filter";
        }
        if (now.kept() == 0) {
            return "logs.empty.no-lines";
        }
        return now.mayHaveOlder() ? "logs.empty.older" : "logs.empty.filter";
    }
}

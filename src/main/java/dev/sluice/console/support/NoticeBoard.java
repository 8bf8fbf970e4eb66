package dev.sluice.console.support;

import dev.sluice.control.Reason;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The notices at the window's edge, newest last, at most {@value #MOST}; what is told again replaces what was told of it
 * before. For the UI thread only.
 */
public final class NoticeBoard {

    private static final int MOST = 20;

    private final Executor ui;
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(notices);

    public NoticeBoard(Executor ui) {
        this.ui = ui;
    }

    public ObservableList<Notice> notices() {
        return readOnly;
    }

    public void done(String title) {
        add(new Notice.Done(title));
    }

    /** Tells what was done, with a button to take it back; hands out the notice, for who knows when it is out of date. */
    public Notice reversible(String title, String verb, Needs needs, Runnable action) {
        var notice = new Notice.Reversible(title, verb, needs, action);
        add(notice);
        return notice;
    }

    /** Tells why something was not done here, with a button to where it can be; hands out the notice as above. */
    public Notice elsewhere(String title, String why, String verb, Runnable action) {
        var notice = new Notice.Elsewhere(title, why, verb, action);
        add(notice);
        return notice;
    }

    public void refused(String title, List<Problem> problems) {
        add(new Notice.Refused(title, problems));
    }

    /** The same of something that stands elsewhere. */
    public void refused(String title, List<Problem> problems, Notice.Way way) {
        add(new Notice.Refused(title, problems, Optional.of(way)));
    }

    public void worthKnowing(String title, List<String> sentences) {
        add(new Notice.WorthKnowing(title, sentences));
    }

    public void failed(String title, Throwable failure) {
        add(new Notice.Failure(title, Sentence.of(Reason.of(failure))));
    }

    /** Tells what comes of a command: {@code done} if it was applied, else {@code notDone} with the reasons. */
    public void follow(CompletionStage<Outcome> command, String done, String notDone) {
        command.whenCompleteAsync((outcome, failure) -> tell(outcome, failure, done, notDone), ui);
    }

    public void dismiss(Notice notice) {
        notices.removeIf(present -> present == notice);
    }

    private void tell(@Nullable Outcome outcome, @Nullable Throwable failure, String done, String notDone) {
        if (outcome instanceof Outcome.Applied || outcome instanceof Outcome.Registered) {
            done(done);
        } else {
            notDone(notDone, outcome, failure);
        }
    }

    /** Tells why a command was not carried out: it was refused, or the runtime failed. */
    public void notDone(String title, @Nullable Outcome outcome, @Nullable Throwable failure) {
        if (failure != null) {
            failed(title, failure);
        } else if (outcome instanceof Outcome.Refused refused) {
            refused(title, refused.problems());
        }
    }

    private void add(Notice notice) {
        notices.removeIf(notice::isAboutTheSame);
        notices.add(notice);
        if (notices.size() > MOST) {
            notices.remove(0);
        }
    }
}

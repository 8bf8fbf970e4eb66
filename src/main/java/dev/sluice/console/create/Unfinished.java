package dev.sluice.console.create;

import dev.sluice.console.support.Dialogs;
import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import java.util.List;
import java.util.function.Supplier;

/** Asks before a form is closed into which something was typed. For the UI thread only. */
final class Unfinished {

    private final Dialogs dialogs;
    private final Submission submission;
    private final Supplier<List<Object>> written;
    private List<Object> begin;

    /** @param written all that stands in the form */
    Unfinished(Dialogs dialogs, Submission submission, Supplier<List<Object>> written) {
        this.dialogs = dialogs;
        this.submission = submission;
        this.written = written;
        this.begin = written.get();
    }

    /** What stands there now was not typed. */
    void begins() {
        begin = written.get();
    }

    /** Not while the runtime is asked, which may do it: the question says that nothing is done. */
    void leave(Runnable close) {
        if (submission.busyProperty().get()) {
            return;
        }
        if (written.get().equals(begin)) {
            close.run();
        } else {
            var question = new Question(
                    Messages.of("create.discard.title"),
                    Messages.of("create.discard.consequence"),
                    Messages.of("create.discard.verb"),
                    "",
                    Needs.NOTHING);
            dialogs.confirm(question).thenAccept(yes -> {
                if (yes) {
                    close.run();
                }
            });
        }
    }
}

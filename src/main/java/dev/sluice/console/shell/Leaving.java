package dev.sluice.console.shell;

import dev.sluice.console.desktop.WhenClosed;
import dev.sluice.console.support.Errands;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.control.Fleet;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.event.Event;

/** What is asked when the window is to be closed, and what was answered. For the UI thread only. */
final class Leaving {

    private final Tie tie;
    private final ObjectProperty<WhenClosed> remembered;
    private final Supplier<Fleet> fleet;
    private final Errands own;
    private final PendingQuestion questions;
    private final Front front;
    private final Runnable close;
    private Parting parting = Parting.STOP;

    /**
     * @param remembered what is done without asking, which an answer may change
     * @param own what ends with the window in any case
     * @param front where the question is asked
     * @param close closes the window without asking
     */
    Leaving(
            Tie tie,
            ObjectProperty<WhenClosed> remembered,
            Supplier<Fleet> fleet,
            Errands own,
            PendingQuestion questions,
            Front front,
            Runnable close) {
        this.tie = tie;
        this.remembered = remembered;
        this.fleet = fleet;
        this.own = own;
        this.questions = questions;
        this.front = front;
        this.close = close;
    }

    /** Lets the window go, or keeps it until the user has said what is to become of what is up. */
    void requested(Event close) {
        var now = fleet.get();
        if (tie instanceof Tie.Host && (now.deploymentsUp() > 0 || now.registrationsRunning() > 0)) {
            switch (remembered.get()) {
                case ASK -> {
                    close.consume();
                    ask(now);
                }
                case KEEP_SERVING -> parting = Parting.KEEP_SERVING;
                case STOP -> parting = Parting.STOP;
            }
        }
    }

    Parting parting() {
        return parting;
    }

    private void ask(Fleet now) {
        questions.answer(false);
        var ending = own.underway().stream().map(each -> each.errand().title()).toList();
        var card = new LeavingCard(now, ending, this::leave, remembered::set, front::close);
        front.open(card);
        card.focusFirst();
    }

    private void leave(Parting chosen) {
        parting = chosen;
        front.close();
        close.run();
    }
}

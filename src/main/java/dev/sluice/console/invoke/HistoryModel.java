package dev.sluice.console.invoke;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Invocation.Target;
import java.util.List;
import java.util.stream.Stream;

/** Takes up again what is kept of requests and answers. For the UI thread only. */
final class HistoryModel {

    private final Workbench bench;
    private final RequestBook book;
    private final RequestForm request;
    private final TargetChoice target;
    private final AnswerModel answer;
    private final Written untouched;

    /** @param request as it is before anybody wrote into it */
    HistoryModel(Workbench bench, RequestBook book, RequestForm request, TargetChoice target, AnswerModel answer) {
        this.bench = bench;
        this.book = book;
        this.request = request;
        this.target = target;
        this.answer = answer;
        this.untouched = request.written();
    }

    RequestBook book() {
        return book;
    }

    /** What a request of the history is told by: the name under which it is saved, or what it sends. */
    DraftText words(Exchange exchange) {
        var draft = exchange.draft();
        var name = book.saved().stream()
                .filter(saved -> saved.endpoint().equals(exchange.endpoint()))
                .filter(saved -> saved.draft().asksTheSameAs(draft))
                .map(SavedRequest::name)
                .findFirst();
        return new DraftText(draft, name);
    }

    /** In place of the one of that name, which can be had back if it was another. */
    void keep(SavedRequest request) {
        var former = book.saved().stream().filter(request::hasPlaceOf).findFirst();
        book.keep(request);
        former.filter(other -> !other.draft().equals(request.draft()))
                .ifPresent(other -> bench.notices()
                        .reversible(
                                Messages.of("invoke.saved.replaced", other.name()),
                                Messages.of("invoke.replaced.undo"),
                                Needs.NOTHING,
                                () -> book.keep(other)));
    }

    /** Shows an earlier answer again, with the request that led to it. */
    void restore(Exchange earlier) {
        answer.show(earlier);
        use(earlier.draft());
    }

    /**
     * Takes a request up again; a deployment that is gone gives way to the traffic rules. What stood in the form before can
     * be had back, unless it is kept anyhow.
     */
    void use(Draft draft) {
        var former = request.written();
        var formerTarget = target.chosen();
        boolean isKept = isKept(former);
        request.fill(draft);
        target.chooseIfOffered(draft.target());
        if (!isKept && !request.written().equals(former)) {
            offerBack(former, formerTarget);
        }
    }

    /** Asks first: they cannot be had back. */
    void forget(List<Exchange> answers) {
        var question = new Question(
                Messages.of("invoke.history.forget.title", answers.get(0).endpoint()),
                Messages.of("invoke.history.forget.consequence", answers.size()),
                Messages.of("invoke.history.forget.verb", answers.size()),
                "",
                Needs.NOTHING);
        bench.dialogs().confirm(question).thenAccept(yes -> {
            if (yes) {
                book.forgetAnswers(answers);
            }
        });
    }

    private void offerBack(Written former, Target formerTarget) {
        bench.notices()
                .reversible(Messages.of("invoke.replaced"), Messages.of("invoke.replaced.undo"), Needs.NOTHING, () -> {
                    request.putBack(former);
                    target.chooseIfOffered(formerTarget);
                });
    }

    /** What was never touched, was answered or was saved is not lost. */
    private boolean isKept(Written written) {
        if (written.equals(untouched)) {
            return true;
        }
        if (!RequestCheck.isPath(written.path().strip())) {
            return false;
        }
        var standing = request.draft(target.chosen());
        var answered = book.history().stream().map(Exchange::draft);
        var saved = book.saved().stream().map(SavedRequest::draft);
        return Stream.concat(answered, saved).anyMatch(standing::asksTheSameAs);
    }
}

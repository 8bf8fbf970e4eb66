package dev.sluice.control;

import static java.util.stream.Collectors.joining;

import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Problem;
import dev.sluice.store.Store;
import dev.sluice.store.StoreException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the journal, and tells those who read along. For the runtime's thread only. */
final class Diary {

    private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

    private final Store store;
    private final Audience<Activity> readers = new Audience<>();

    Diary(Store store) {
        this.store = store;
    }

    static Happening applied(Actor by, Deed deed) {
        return new Happening(by, deed, Verdict.APPLIED, "");
    }

    /**
     * It was asked for although this stood against it, which is written down. That another deployment of the endpoint is
     * being worked on stands against it for scripts alone, and is no warning to anybody.
     */
    static Happening applied(Actor by, Deed deed, List<Problem> inSpiteOf) {
        var why = inSpiteOf.stream()
                .filter(problem -> problem.code() != Problem.Code.ENDPOINT_BUSY)
                .map(Problem::message)
                .collect(joining("; "));
        return new Happening(by, deed, Verdict.APPLIED, why.isEmpty() ? "" : "all the same, although " + why);
    }

    /** It was asked for in vain. */
    void refused(Actor by, Deed deed, List<Problem> problems) {
        record(new Happening(
                by, deed, Verdict.REFUSED, problems.stream().map(Problem::told).collect(joining(" "))));
    }

    /** Something came to its end, or failed, by itself. */
    void record(Happening happening) {
        try {
            tell(store.record(happening));
        } catch (StoreException e) {
            LOG.warn("not in the journal: {}", happening.deed(), e);
        }
    }

    /** It is in the store already. */
    void tell(Activity activity) {
        readers.tell(activity);
    }

    /** Hands over the newest entries, oldest first, and from then on each new one. */
    void watch(int newest, Consumer<Activity> reader) {
        readers.add(reader);
        try {
            var entries = before(Long.MAX_VALUE, newest);
            for (int i = entries.size() - 1; i >= 0; i--) {
                readers.tell(reader, entries.get(i));
            }
        } catch (StoreException e) {
            LOG.error("the journal cannot be read; what comes from now on is told", e);
        }
    }

    void unwatch(Consumer<Activity> reader) {
        readers.remove(reader);
    }

    /** Newest first. */
    List<Activity> before(long number, int limit) {
        return store.journalBefore(number, limit);
    }
}

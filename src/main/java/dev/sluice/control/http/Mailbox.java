package dev.sluice.control.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What waits for one reader, who may be slower than the news: it never grows without bound, and whoever puts something in
 * never waits. Safe from any thread.
 */
sealed interface Mailbox<T> {

    /** So many log lines wait; a reader of the usual tail of ten instances does not lose any at the start. */
    int MOST_LINES = 20_000;

    /** More than the samples that are kept of an endpoint, which all come at once when it is first looked at. */
    int MOST_ENTRIES = 8_192;

    /** For pictures a newer one takes an older one's place, lines are lost, and of other things none may be. */
    static <T> Mailbox<T> of(Subject<T> subject) {
        if (subject.isPicture()) {
            return new NewestOnly<>();
        }
        if (subject instanceof Subject.Log) {
            return new Lossy<>(MOST_LINES);
        }
        int asked = subject instanceof Subject.TheActivity activity ? Math.min(activity.newest(), 1 << 20) : 0;
        return new Whole<>(MOST_ENTRIES + asked);
    }

    /** False if the reader cannot be told everything any more. */
    boolean put(T news);

    /** The next for the reader; empty if nothing waits. */
    Optional<Letter<T>> take();

    /** What the reader gets next. */
    sealed interface Letter<T> {
        record News<T>(T news) implements Letter<T> {}

        record LeftOut<T>(int count) implements Letter<T> {}
    }

    /** Only the newest counts. */
    final class NewestOnly<T> implements Mailbox<T> {

        private Optional<T> newest = Optional.empty();

        @Override
        public synchronized boolean put(T news) {
            newest = Optional.of(news);
            return true;
        }

        @Override
        public synchronized Optional<Letter<T>> take() {
            var taken = newest.<Letter<T>>map(Letter.News::new);
            newest = Optional.empty();
            return taken;
        }
    }

    /** The oldest are left out when there are too many, and their number is told. */
    final class Lossy<T> implements Mailbox<T> {

        private final int most;
        private final Deque<T> waiting = new ArrayDeque<>();
        private int leftOut;

        Lossy(int most) {
            this.most = most;
        }

        @Override
        public synchronized boolean put(T news) {
            if (waiting.size() == most) {
                waiting.removeFirst();
                leftOut++;
            }
            waiting.addLast(news);
            return true;
        }

        @Override
        public synchronized Optional<Letter<T>> take() {
            if (leftOut > 0) {
                int count = leftOut;
                leftOut = 0;
                return Optional.of(new Letter.LeftOut<>(count));
            }
            return Optional.ofNullable(waiting.pollFirst()).map(Letter.News::new);
        }
    }

    /** All or nothing: who cannot keep up has to begin anew. */
    final class Whole<T> implements Mailbox<T> {

        private final int most;
        private final Deque<T> waiting = new ArrayDeque<>();

        Whole(int most) {
            this.most = most;
        }

        @Override
        public synchronized boolean put(T news) {
            return waiting.size() < most && waiting.offerLast(news);
        }

        @Override
        public synchronized Optional<Letter<T>> take() {
            return Optional.ofNullable(waiting.pollFirst()).map(Letter.News::new);
        }
    }
}

package dev.sluice.control.http;

import dev.sluice.control.LogLine;
import dev.sluice.control.Resolution;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.Activity;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a watch goes on when its stream was broken and has begun anew with what is so now: pictures are simply shown again,
 * what happened at one time is told once, and of a log's lines nobody can say which were told. For one thread.
 */
abstract class Continuation<T> {

    protected final Consumer<T> listener;

    private Continuation(Consumer<T> listener) {
        this.listener = listener;
    }

    /** The subject decides what kind of news there is. */
    @SuppressWarnings("unchecked")
    static <T> Continuation<T> of(Subject<T> subject, Consumer<T> listener) {
        Continuation<?> made;
        if (subject instanceof Subject.Traffic || subject instanceof Subject.History) {
            made = new Samples((Consumer<TrafficSample>) listener);
        } else if (subject instanceof Subject.TheActivity) {
            made = new Entries((Consumer<Activity>) listener);
        } else if (subject instanceof Subject.Log) {
            made = new Lines((Consumer<LogLine>) listener);
        } else {
            made = new Pictures<>(listener);
        }
        return (Continuation<T>) made;
    }

    abstract void news(T news);

    /** The stream is broken; it begins anew. */
    void broken() {}

    /** The runtime had to leave so many out. */
    void leftOut(int count) {}

    private static final class Pictures<T> extends Continuation<T> {

        private Pictures(Consumer<T> listener) {
            super(listener);
        }

        @Override
        void news(T news) {
            listener.accept(news);
        }
    }

    /** Each resolution's come oldest first. */
    private static final class Samples extends Continuation<TrafficSample> {

        private final Map<Resolution, Instant> newest = new EnumMap<>(Resolution.class);
        private final Map<Resolution, Instant> told = new EnumMap<>(Resolution.class);

        private Samples(Consumer<TrafficSample> listener) {
            super(listener);
        }

        @Override
        void broken() {
            told.putAll(newest);
        }

        @Override
        void news(TrafficSample sample) {
            var last = told.getOrDefault(sample.resolution(), Instant.MIN);
            if (sample.at().isAfter(last)) {
                told.remove(sample.resolution()); // the computer's clock may be set back later
                newest.put(sample.resolution(), sample.at());
                listener.accept(sample);
            }
        }
    }

    private static final class Entries extends Continuation<Activity> {

        private long newest;

        private Entries(Consumer<Activity> listener) {
            super(listener);
        }

        @Override
        void news(Activity entry) {
            if (entry.number() > newest) {
                newest = entry.number();
                listener.accept(entry);
            }
        }
    }

    private static final class Lines extends Continuation<LogLine> {

        private boolean told;
        private String note = "";

        private Lines(Consumer<LogLine> listener) {
            super(listener);
        }

        @Override
        void broken() {
            if (told) {
                note = "-- the connection to the runtime was broken; the newest lines follow, some of them once more";
            }
        }

        @Override
        void leftOut(int count) {
            note = "-- " + count + " lines are left out here: they came faster than they were read";
        }

        @Override
        void news(LogLine line) {
            told = true;
            if (!note.isEmpty()) {
                listener.accept(new LogLine(line.instance(), note));
                note = "";
            }
            listener.accept(line);
        }
    }
}

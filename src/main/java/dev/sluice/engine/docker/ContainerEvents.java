package dev.sluice.engine.docker;

import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import dev.sluice.engine.Watchers;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for what happens to the containers of one state folder, and tells the watchers. When the stream breaks, as
 * it does when Docker is restarted, it is opened again, at once at first and later at most every half minute.
 */
final class ContainerEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerEvents.class);
    private static final long SHORTEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final DockerConnection docker;
    private final Labels labels;
    private final Watchers watchers;
    private final ScheduledExecutorService timer;
    private Streaming<Event> stream = new Streaming<>(event -> {});
    private long pauseMillis = SHORTEST_PAUSE_MILLIS;
    private boolean closed;

    ContainerEvents(DockerConnection docker, Labels labels, Watchers watchers, ScheduledExecutorService timer) {
        this.docker = docker;
        this.labels = labels;
        this.watchers = watchers;
        this.timer = timer;
    }

    synchronized void open() {
        if (closed) {
            return;
        }
        stream = new Streaming<>(this::happened) {
            @Override
            public void onStart(java.io.Closeable opened) {
                super.onStart(opened);
                watchers.tell(); // whatever happened while nobody listened
            }
        };
        docker.streams()
                .eventsCmd()
                .withEventTypeFilter(EventType.CONTAINER)
                .withEventFilter("start", "die", "oom", "destroy")
                .withLabelFilter(labels.ours())
                .exec(stream);
        stream.end().whenComplete((ended, failure) -> openLater());
    }

    private void happened(Event event) {
        synchronized (this) {
            pauseMillis = SHORTEST_PAUSE_MILLIS;
        }
        watchers.tell();
    }

    private synchronized void openLater() {
        if (closed) {
            return;
        }
        LOG.info("Docker's events have broken off; listening again in {} ms", pauseMillis);
        try {
            timer.schedule(this::open, pauseMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            return;
        }
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
    }

    @Override
    public void close() {
        Streaming<Event> open;
        synchronized (this) {
            closed = true;
            open = stream;
        }
        open.close();
    }
}

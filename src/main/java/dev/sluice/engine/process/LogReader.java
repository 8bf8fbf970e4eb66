package dev.sluice.engine.process;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows logs, all with one thread of its own. Safe from any thread. */
final class LogReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final long PAUSE_MILLIS = 150;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var reader = new Thread(task, "instance-logs");
        reader.setDaemon(true);
        return reader;
    });
    private volatile boolean closed;

    AutoCloseable follow(InstanceFolder folder, int tail, Consumer<String> line) {
        var following = new Following(line);
        schedule(() -> following.begin(folder, tail), 0);
        return following;
    }

    private void schedule(Runnable task, long delayMillis) {
        thread.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
    }

    /** Lets each follower see in its next turn that it is over, and close its file. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }

    /** One reader's wish, from the first line until it is closed or the instance is removed. */
    private final class Following implements AutoCloseable {

        private final Consumer<String> line;
        private volatile boolean unwanted;

        Following(Consumer<String> line) {
            this.line = line;
        }

        void begin(InstanceFolder folder, int tail) {
            try {
                goOn(LogFollower.begin(folder, tail, this::handOver));
            } catch (NoSuchFileException removed) {
                LOG.debug("{} is gone; there is nothing to follow", folder.id());
            } catch (IOException e) {
                LOG.warn("the log of {} cannot be read", folder.id(), e);
            }
        }

        private void goOn(LogFollower follower) {
            try {
                if (!isOver() && follower.turn()) {
                    schedule(() -> goOn(follower), PAUSE_MILLIS);
                    return;
                }
            } catch (RejectedExecutionException closedMeanwhile) {
                LOG.debug("the engine was closed; logs are no longer followed");
            } catch (IOException | RuntimeException e) {
                LOG.warn("a log is no longer followed", e);
            }
            end(follower);
        }

        private void handOver(String text) {
            if (!isOver()) {
                line.accept(text);
            }
        }

        private boolean isOver() {
            return unwanted || closed;
        }

        private void end(LogFollower follower) {
            try {
                follower.close();
            } catch (IOException e) {
                LOG.warn("a log file could not be closed", e);
            }
        }

        @Override
        public void close() {
            unwanted = true;
        }
    }
}

package dev.sluice.console.logs;

import dev.sluice.control.LogLine;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the logs of several deployments of one endpoint, which may come and go. For the UI thread only. */
final class LogFollowing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollowing.class);

    /** How many lines of each instance are shown from before. */
    static final int TAIL = 2_000;

    private final RolloutControl control;
    private final EndpointName endpoint;
    private final Consumer<LogEntry> entries;
    private final Clock clock;
    private final Map<DeploymentName, AutoCloseable> open = new HashMap<>();

    /** @param entries takes lines on the threads that bring them */
    LogFollowing(RolloutControl control, EndpointName endpoint, Clock clock, Consumer<LogEntry> entries) {
        this.control = control;
        this.endpoint = endpoint;
        this.entries = entries;
        this.clock = clock;
    }

    void follow(Collection<DeploymentName> wanted) {
        open.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.contains(entry.getKey());
            if (unwanted) {
                close(entry.getValue());
            }
            return unwanted;
        });
        wanted.forEach(name -> open.computeIfAbsent(name, this::begin));
    }

    private AutoCloseable begin(DeploymentName name) {
        // Its own: whoever is followed anew begins with lines of the past.
        var reader = new LogReader(clock);
        Consumer<LogLine> lines = line -> entries.accept(reader.read(name, line));
        return control.followLog(new DeploymentId(endpoint, name), TAIL, lines);
    }

    /** Whether a line is coming from before; one who follows a log in which nothing was written hears nothing at all. */
    CompletionStage<Boolean> whetherAnyWasWritten() {
        return open.keySet().stream()
                .map(this::isAnyWritten)
                .reduce((one, other) -> one.thenCombine(other, (here, there) -> here || there))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    /** What those who are followed wrote, up to so many lines of each instance. */
    CompletionStage<List<LogEntry>> readBack(int tail, Executor background) {
        return open.keySet().stream()
                .map(name -> readBack(name, tail, background))
                .reduce((one, other) -> one.thenCombine(other, LogFollowing::joined))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }

    private CompletionStage<List<LogEntry>> readBack(DeploymentName name, int tail, Executor background) {
        // To it all is of the past, however long the reading takes.
        var reader = new LogReader(Clock.fixed(clock.instant(), clock.getZone()));
        return control.log(new DeploymentId(endpoint, name), tail)
                .thenApplyAsync(
                        lines -> LogPast.dated(lines.stream()
                                .map(line -> reader.read(name, line))
                                .toList()),
                        background);
    }

    private static List<LogEntry> joined(List<LogEntry> one, List<LogEntry> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private CompletionStage<Boolean> isAnyWritten(DeploymentName name) {
        return control.log(new DeploymentId(endpoint, name), 1).thenApply(lines -> !lines.isEmpty());
    }

    @Override
    public void close() {
        open.values().forEach(LogFollowing::close);
        open.clear();
    }

    private static void close(AutoCloseable followed) {
        try {
            followed.close();
        } catch (Exception e) {
            LOG.warn("a log could not be left", e);
        }
    }
}

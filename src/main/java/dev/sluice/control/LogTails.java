package dev.sluice.control;

import dev.sluice.control.LastWords.Ended;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Problem;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceId;
import dev.sluice.reconcile.Tracked;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Follows the logs of all instances of a deployment, also of those that come later, and keeps the last lines of those
 * that have ended in trouble. For the runtime's thread only.
 */
final class LogTails {

    /** As the scoring server writes times, so that its lines and ours are in one order. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneOffset.UTC);

    /** One who follows, and the instances' logs that are open for it. */
    private static final class Follower {
        private final DeploymentId deployment;
        private final int tail;
        private final Consumer<LogLine> line;
        private final Map<InstanceId, LogTap> open = new HashMap<>();

        private Follower(DeploymentId deployment, int tail, Consumer<LogLine> line) {
            this.deployment = deployment;
            this.tail = tail;
            this.line = line;
        }

        private LogTap tap(InstanceId id, String name) {
            return open.computeIfAbsent(id, fresh -> new LogTap(name, line));
        }

        private void tellEnded(LastWords lastWords) {
            lastWords.of(deployment).forEach(this::tell);
        }

        private void tell(Ended ended) {
            int first = Math.max(0, ended.lines().size() - tail);
            new LogTap(ended.name(), line)
                    .finish(ended.lines().subList(first, ended.lines().size()));
        }
    }

    private final InstanceEngine engine;
    private final Clock clock;
    private final List<Follower> followers = new ArrayList<>();
    private final LastWords lastWords = new LastWords();

    LogTails(InstanceEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** The last {@code tail} lines of each instance; those that have ended come first. */
    CompletionStage<List<LogLine>> read(DeploymentId deployment, int tail, Collection<Tracked> instances) {
        var lines = new ArrayList<LogLine>();
        new Follower(deployment, tail, lines::add).tellEnded(lastWords);
        CompletionStage<List<LogLine>> read = CompletableFuture.completedFuture(lines);
        for (var tracked : speaking(deployment, instances)) {
            read = read.thenCombine(
                    engine.tail(tracked.instance().id(), tail), (before, more) -> joined(before, tracked.name(), more));
        }
        return read;
    }

    /** In order of their names; of those that have ended there are last words. */
    private List<Tracked> speaking(DeploymentId deployment, Collection<Tracked> instances) {
        return instances.stream()
                .filter(tracked -> tracked.deployment().equals(deployment))
                .filter(tracked -> !lastWords.has(tracked.instance().id()))
                .sorted(Comparator.comparing(Tracked::name))
                .toList();
    }

    private static List<LogLine> joined(List<LogLine> before, String instance, List<String> more) {
        return Stream.concat(before.stream(), more.stream().map(text -> new LogLine(instance, text)))
                .toList();
    }

    /** The result ends the following. */
    Runnable follow(DeploymentId deployment, int tail, Consumer<LogLine> line, Collection<Tracked> instances) {
        var follower = new Follower(deployment, tail, line);
        followers.add(follower);
        follower.tellEnded(lastWords);
        update(follower, instances);
        return () -> {
            followers.remove(follower);
            follower.open.values().forEach(LogTap::close);
            follower.open.clear();
        };
    }

    /** Instances may have come or gone. */
    void update(Collection<Tracked> instances) {
        followers.forEach(follower -> update(follower, instances));
    }

    /** The instance's log is about to go: its last lines are kept, and one of ours that says what became of it. */
    void ended(Tracked instance, Problem problem, List<String> lastLines) {
        var lines = new ArrayList<>(lastLines);
        lines.add(obituary(instance.name(), problem));
        var ended = new Ended(instance.deployment(), instance.instance().id(), instance.name(), lines);
        lastWords.add(ended);
        followers.stream()
                .filter(follower -> follower.deployment.equals(ended.deployment()))
                .forEach(follower -> follower.tap(ended.id(), ended.name()).finish(ended.lines()));
    }

    void forget(DeploymentId deployment) {
        lastWords.forget(deployment);
    }

    private String obituary(String name, Problem problem) {
        var message = problem.message().lines().findFirst().orElse("");
        var whole = message.contains(name) ? message : "instance " + name + " has ended: " + message;
        return TIME.format(clock.instant()) + " E [0] sluice - " + whole;
    }

    private void update(Follower follower, Collection<Tracked> instances) {
        var mine = new HashMap<InstanceId, String>();
        instances.stream()
                .filter(tracked -> tracked.deployment().equals(follower.deployment))
                .forEach(tracked -> mine.put(tracked.instance().id(), tracked.name()));
        mine.forEach((id, name) -> {
            if (!follower.open.containsKey(id) && !lastWords.has(id)) {
                var tap = follower.tap(id, name);
                tap.fedBy(engine.follow(id, follower.tail, tap::line));
            }
        });
        follower.open.entrySet().removeIf(entry -> {
            boolean gone = !mine.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
    }
}

package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceId;
import dev.sluice.reconcile.Tracked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the logs of all instances of a deployment, also of those that come later. For the runtime's thread only. */
final class LogTails {

    private static final Logger LOG = LoggerFactory.getLogger(LogTails.class);

    /** One who follows, and the instances' logs that are open for it. */
    private static final class Follower {
        private final DeploymentId deployment;
        private final int tail;
        private final Consumer<LogLine> line;
        private final Map<InstanceId, AutoCloseable> open = new HashMap<>();

        private Follower(DeploymentId deployment, int tail, Consumer<LogLine> line) {
            this.deployment = deployment;
            this.tail = tail;
            this.line = line;
        }
    }

    private final InstanceEngine engine;
    private final List<Follower> followers = new ArrayList<>();

    LogTails(InstanceEngine engine) {
        this.engine = engine;
    }

    /** The result ends the following. */
    Runnable follow(DeploymentId deployment, int tail, Consumer<LogLine> line, Collection<Tracked> instances) {
        var follower = new Follower(deployment, tail, line);
        followers.add(follower);
        update(follower, instances);
        return () -> {
            followers.remove(follower);
            follower.open.values().forEach(LogTails::close);
            follower.open.clear();
        };
    }

    /** Instances may have come or gone. */
    void update(Collection<Tracked> instances) {
        followers.forEach(follower -> update(follower, instances));
    }

    private void update(Follower follower, Collection<Tracked> instances) {
        var mine = new HashMap<InstanceId, String>();
        instances.stream()
                .filter(tracked -> tracked.deployment().equals(follower.deployment))
                .forEach(tracked -> mine.put(tracked.instance().id(), tracked.name()));
        mine.forEach((id, name) -> follower.open.computeIfAbsent(
                id,
                fresh -> engine.follow(fresh, follower.tail, text -> follower.line.accept(new LogLine(name, text)))));
        follower.open.entrySet().removeIf(entry -> {
            boolean gone = !mine.containsKey(entry.getKey());
            if (gone) {
                close(entry.getValue());
            }
            return gone;
        });
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            LOG.warn("a log could not be closed", e);
        }
    }
}

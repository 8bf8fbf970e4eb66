package dev.sluice.console.invoke;

import dev.sluice.control.Answer;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.Durations;
import dev.sluice.metrics.Statuses;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts one deployment's answers to many requests. Its owner keeps others away. */
final class LoadCount {

    private final DeploymentMeter meter = new DeploymentMeter();
    private final SortedMap<Integer, Integer> failures = new TreeMap<>();
    private int answers;

    void add(Answer answer, Duration took) {
        answers++;
        if (answer.status() >= 400) {
            failures.merge(answer.status(), 1, Integer::sum);
        }
        meter.recordPinned(answer.status(), Statuses.NO_MODEL, took.toNanos());
    }

    LoadTally.Line line(String name) {
        meter.drain();
        var durations = meter.totals().live();
        return new LoadTally.Line(name, answers, failures, percentile(durations, 50), percentile(durations, 95));
    }

    private static Duration percentile(Durations durations, double percentile) {
        return Duration.ofNanos((long) (durations.percentileMillis(percentile).orElse(0) * 1e6));
    }
}

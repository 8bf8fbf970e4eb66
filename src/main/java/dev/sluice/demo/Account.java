package dev.sluice.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What became of the requests of one page of a load: all of them, none forgotten. Safe from any thread. */
public final class Account {

    /** One request that was answered 200: by whom, and from when to when it was on its way, by the nano clock. */
    public record Answered(String deployment, long sentNanos, long endedNanos) {
        long nanos() {
            return endedNanos - sentNanos;
        }
    }

    private final List<Answered> answers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int sent;

    synchronized void sent() {
        sent++;
    }

    synchronized void answered(Answered answer) {
        answers.add(answer);
    }

    synchronized void failed(String why) {
        failures.add(why);
    }

    public synchronized List<Answered> answers() {
        return List.copyOf(answers);
    }

    public synchronized int answered() {
        return answers.size();
    }

    public synchronized int answeredBy(String deployment) {
        return (int) answers.stream()
                .filter(answer -> answer.deployment().equals(deployment))
                .count();
    }

    public synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** No request is without its answer any more. */
    public synchronized boolean isSettled() {
        return answers.size() + failures.size() == sent;
    }

    /** Such as {@code blue 180 (90.0 %, p50 2.1 ms, p95 3.4 ms), green 20 (...), 0 failed}. */
    public synchronized String summary() {
        var parts =
                answers.stream().collect(groupingBy(Answered::deployment, TreeMap::new, toList())).entrySet().stream()
                        .map(entry -> share(entry.getKey(), entry.getValue()))
                        .collect(joining(", "));
        return (parts.isEmpty() ? "no answers" : parts) + ", " + failures.size() + " failed";
    }

    private String share(String deployment, List<Answered> its) {
        var sorted = its.stream().mapToLong(Answered::nanos).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%s %d (%.1f %%, p50 %.1f ms, p95 %.1f ms)",
                deployment,
                sorted.length,
                100.0 * sorted.length / answers.size(),
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6);
    }
}

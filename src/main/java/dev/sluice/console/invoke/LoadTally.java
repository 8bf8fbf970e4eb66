package dev.sluice.console.invoke;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who answered how many of many requests.
 *
 * @param wanted how many were to be sent
 * @param sent how many were
 * @param unanswered sent, but nobody answered
 * @param skipped due, but not sent, because too many were on their way
 * @param lines by deployment, in order of their names; the router's own answers stand under the empty name
 */
record LoadTally(int wanted, int sent, int unanswered, int skipped, List<Line> lines) {

    static final LoadTally NONE = new LoadTally(0, 0, 0, 0, List.of());

    LoadTally {
        lines = lines.stream().sorted(Comparator.comparing(Line::name)).toList();
    }

    /**
     * One deployment's answers.
     *
     * @param statuses how often each status of 400 or more came
     * @param p50 of the answers without an error, from the instant when the request was due
     * @param p95 of the answers without an error
     */
    record Line(String name, int answers, SortedMap<Integer, Integer> statuses, Duration p50, Duration p95) {

        Line {
            statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
        }

        int errors() {
            return statuses.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    int answered() {
        return lines.stream().mapToInt(Line::answers).sum();
    }

    int failed() {
        return unanswered + lines.stream().mapToInt(Line::errors).sum();
    }

    Optional<Line> line(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    /** The share of the answers that {@code name} gave, in percent. */
    double share(String name) {
        int all = answered();
        return all == 0 ? 0 : 100.0 * line(name).map(Line::answers).orElse(0) / all;
    }
}

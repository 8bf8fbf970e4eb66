package dev.sluice.console.invoke;

import dev.sluice.control.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who answered how many of a burst's requests.
 *
 * @param wanted how many were to be sent
 * @param sent how many were answered or failed so far
 * @param failed how many got a status of 400 or more, or no answer at all
 * @param answeredBy answers by deployment; those of the router itself stand under the empty name
 */
record BurstTally(int wanted, int sent, int failed, SortedMap<String, Integer> answeredBy, Duration slowest) {

    static final BurstTally NONE = new BurstTally(0, 0, 0, Collections.emptySortedMap(), Duration.ZERO);

    BurstTally {
        answeredBy = Collections.unmodifiableSortedMap(new TreeMap<>(answeredBy));
    }

    static BurstTally of(int wanted) {
        return new BurstTally(wanted, 0, 0, Collections.emptySortedMap(), Duration.ZERO);
    }

    BurstTally with(Answer answer) {
        var counts = new TreeMap<>(answeredBy);
        counts.merge(answer.answeredBy(), 1, Integer::sum);
        boolean slower = answer.latency().compareTo(slowest) > 0;
        return new BurstTally(
                wanted,
                sent + 1,
                failed + (answer.status() < 400 ? 0 : 1),
                counts,
                slower ? answer.latency() : slowest);
    }

    BurstTally withoutAnswer() {
        return new BurstTally(wanted, sent + 1, failed + 1, answeredBy, slowest);
    }

    /** The share of the answers that {@code name} gave, in percent. */
    double share(String name) {
        int answers = answeredBy.values().stream().mapToInt(Integer::intValue).sum();
        return answers == 0 ? 0 : 100.0 * answeredBy.getOrDefault(name, 0) / answers;
    }
}

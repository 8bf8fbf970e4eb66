package dev.sluice.console.traffic;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.TrafficSplit;
import java.util.Locale;
import java.util.TreeSet;

/** What a change of the split will do, as one would say it, one sentence for each deployment that it touches. */
record SplitInWords(TrafficSplit before, TrafficSplit after, double requestsPerSecond) {

    String text() {
        if (after.total() == 0) {
            return Messages.of(before.total() == 0 ? "traffic.effect.none" : "traffic.effect.off");
        }
        if (after.equals(before)) {
            return Messages.of("traffic.effect.same");
        }
        var touched = new TreeSet<>(before.shares().keySet());
        touched.addAll(after.shares().keySet());
        return touched.stream()
                .filter(name -> !before.shareOf(name).equals(after.shareOf(name)))
                .map(this::sentence)
                .collect(joining("\n"));
    }

    private String sentence(DeploymentName name) {
        int from = before.shareOf(name).value();
        int to = after.shareOf(name).value();
        if (requestsPerSecond < 0.1) {
            return Messages.of("traffic.effect.share", name, from, to);
        }
        return Messages.of(
                "traffic.effect.share-and-rate",
                name,
                from,
                to,
                rate(requestsPerSecond * to / 100),
                rate(requestsPerSecond));
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond == 0 || perSecond >= 10 ? "%.0f" : "%.1f", perSecond);
    }
}

package dev.sluice.console.traffic;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.TrafficSplit;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a change of the split will do, as one would say it, judged by what was measured. */
record EffectInWords(TrafficSplit before, TrafficSplit after, Forecasts forecasts) {

    /** One sentence for each deployment that the change touches. */
    String text() {
        if (after.total() == 0) {
            return off();
        }
        if (after.equals(before)) {
            return Messages.of("traffic.effect.same");
        }
        return involved()
                .filter(name -> !before.shareOf(name).equals(after.shareOf(name)))
                .map(this::sentence)
                .collect(joining("\n"));
    }

    /** One sentence for each deployment that would get more than it can take, or nearly; empty if there is none. */
    String warning() {
        return involved()
                .filter(name -> after.shareOf(name).value() > 0)
                .map(forecasts::of)
                .map(ForecastInWords::liveWarning)
                .filter(warning -> !warning.isEmpty())
                .collect(joining("\n"));
    }

    private Stream<DeploymentName> involved() {
        var names = new TreeSet<>(before.shares().keySet());
        names.addAll(after.shares().keySet());
        return names.stream();
    }

    private String off() {
        if (before.total() == 0) {
            return Messages.of("traffic.effect.none");
        }
        return forecasts.live().isPresent()
                ? Messages.of(
                        "traffic.effect.off-rate",
                        ForecastInWords.rate(forecasts.live().getAsDouble()))
                : Messages.of("traffic.effect.off");
    }

    private String sentence(DeploymentName name) {
        int from = before.shareOf(name).value();
        int to = after.shareOf(name).value();
        if (forecasts.live().isEmpty()) {
            return Messages.of("traffic.effect.share", name, from, to);
        }
        double all = forecasts.live().getAsDouble();
        var change = Messages.of(
                "traffic.effect.share-and-rate",
                name,
                from,
                to,
                ForecastInWords.rate(all * to / 100),
                ForecastInWords.rate(all));
        return to == 0
                ? Messages.of("traffic.effect.sentence", change)
                : Messages.of("traffic.effect.two-parts", change, ForecastInWords.capacity(forecasts.of(name)));
    }
}

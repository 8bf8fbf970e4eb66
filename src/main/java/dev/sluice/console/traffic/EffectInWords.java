package dev.sluice.console.traffic;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.TrafficSplit;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a change of the split will do, as one would say it, judged by what was measured. */
record EffectInWords(TrafficSplit before, TrafficSplit after, Forecasts forecasts) {

    /** More sentences than these are not read; those that change least go without. */
    private static final int MOST = 4;

    /**
     * One sentence for each deployment that the change touches, and in the end that its requests cannot be told, if so: that
     * is not known before what was measured has been read.
     */
    String text() {
        if (after.total() == 0) {
            return off();
        }
        if (after.equals(before)) {
            return Messages.of("traffic.effect.same");
        }
        var touched = involved().filter(name -> change(name) != 0).toList();
        var told = touched.stream()
                .sorted(comparingInt((DeploymentName name) -> -Math.abs(change(name))))
                .limit(touched.size() <= MOST ? MOST : MOST - 1)
                .collect(toCollection(TreeSet::new));
        var sentences = told.stream().map(this::sentence).collect(joining("\n"));
        var whole = told.size() == touched.size()
                ? sentences
                : Messages.of("traffic.effect.more", sentences, touched.size() - told.size());
        return forecasts.live().isEmpty() && forecasts.isRead()
                ? Messages.of("traffic.effect.rate-unknown", whole)
                : whole;
    }

    private int change(DeploymentName name) {
        return after.shareOf(name).value() - before.shareOf(name).value();
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
        return to < from
                ? Messages.of("traffic.effect.sentence", change)
                : Messages.of("traffic.effect.two-parts", change, ForecastInWords.capacity(forecasts.of(name)));
    }
}

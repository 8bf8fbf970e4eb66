package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Key;
import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.Resolution;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.DeploymentName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Makes lines of samples: a point for each, and a gap where time is missing that was not measured. */
final class LineMaker {

    /** Samples that lie further apart than this many of their lengths have a gap between them. */
    private static final double MOST_LENGTHS_APART = 2.5;

    private static final boolean[] FIRM = new boolean[0];
    private static final List<Quantity> OF_REQUESTS = List.of(
            Quantity.P50,
            Quantity.P95,
            Quantity.P99,
            Quantity.RATE,
            Quantity.CLIENT_ERRORS,
            Quantity.SERVER_ERRORS,
            Quantity.MEASURED);

    private final List<Moment> moments;
    /** The same for all lines. */
    private final double[] seconds;
    /** For each of them the moment, or none in a gap. */
    private final List<Optional<Moment>> points = new ArrayList<>();

    LineMaker(List<Moment> moments, Resolution resolution) {
        this.moments = moments;
        var places = new double[2 * moments.size()];
        for (int i = 0; i < moments.size(); i++) {
            var at = moments.get(i).at();
            if (i > 0 && isGap(moments.get(i - 1).at(), at, resolution)) {
                places[points.size()] = (LiveFrame.seconds(moments.get(i - 1).at()) + LiveFrame.seconds(at)) / 2;
                points.add(Optional.empty());
            }
            places[points.size()] = LiveFrame.seconds(at);
            points.add(Optional.of(moments.get(i)));
        }
        seconds = Arrays.copyOf(places, points.size());
    }

    /** Whether there are samples missing between two that ended then. */
    static boolean isGap(Instant earlier, Instant later, Resolution resolution) {
        return LiveFrame.seconds(later) - LiveFrame.seconds(earlier)
                > MOST_LENGTHS_APART * resolution.length().toSeconds();
    }

    /** Whose lines there are: whoever had requests, or should have. A deployment without either is there as live. */
    List<Subject> subjects() {
        var roles = new TreeMap<DeploymentName, List<Subject>>();
        moments.stream()
                .flatMap(moment -> moment.sample().deployments().keySet().stream())
                .distinct()
                .forEach(name -> roles.put(name, roles(name)));
        return roles.values().stream().flatMap(List::stream).toList();
    }

    private List<Subject> roles(DeploymentName name) {
        var live = new Subject(name, Source.LIVE);
        var shadow = new Subject(name, Source.SHADOW);
        boolean isShadow = hasRequests(shadow) || isAsked(shadow);
        boolean isLive = hasRequests(live) || isAsked(live) || !isShadow;
        return isShadow ? isLive ? List.of(live, shadow) : List.of(shadow) : List.of(live);
    }

    private boolean hasRequests(Subject subject) {
        return moments.stream()
                .anyMatch(moment -> Measures.tally(moment.sample(), subject).requests() > 0);
    }

    private boolean isAsked(Subject subject) {
        return moments.stream()
                .anyMatch(moment -> Measures.asked(moment.sample().routing(), subject) > 0);
    }

    List<Line> lines(List<Subject> subjects) {
        var lines = new ArrayList<Line>();
        for (var subject : subjects) {
            if (isAsked(subject)) {
                lines.add(line(subject, Quantity.ASKED));
            }
            if (hasRequests(subject)) {
                OF_REQUESTS.forEach(quantity -> lines.add(line(subject, quantity)));
            }
        }
        addInstances(lines);
        return lines;
    }

    private Line line(Subject subject, Quantity quantity) {
        var values = values(moment -> Measures.of(moment, subject, quantity));
        return new Line(
                new Key(subject, "", quantity), seconds, values, quantity.isPercentile() ? thin(subject) : FIRM);
    }

    private boolean[] thin(Subject subject) {
        var thin = new boolean[points.size()];
        for (int i = 0; i < thin.length; i++) {
            thin[i] = points.get(i)
                    .filter(moment -> moment.percentiles(subject).isThin())
                    .isPresent();
        }
        return thin;
    }

    private void addInstances(List<Line> lines) {
        var instances = new TreeMap<String, DeploymentName>();
        moments.forEach(moment ->
                moment.sample().instances().forEach(usage -> instances.put(usage.instance(), usage.deployment())));
        instances.forEach((instance, deployment) -> {
            for (var quantity : List.of(Quantity.CORES, Quantity.MEMORY)) {
                var key = new Key(new Subject(deployment, Source.LIVE), instance, quantity);
                lines.add(new Line(key, seconds, values(moment -> usage(moment.sample(), instance, quantity)), FIRM));
            }
        });
    }

    private static double usage(TrafficSample sample, String instance, Quantity quantity) {
        for (InstanceUsage usage : sample.instances()) {
            if (usage.instance().equals(instance)) {
                return Measures.of(usage, quantity);
            }
        }
        return Double.NaN;
    }

    private double[] values(ToDoubleFunction<Moment> value) {
        var values = new double[points.size()];
        for (int i = 0; i < values.length; i++) {
            var moment = points.get(i);
            values[i] = moment.isPresent() ? value.applyAsDouble(moment.get()) : Double.NaN;
        }
        return values;
    }
}

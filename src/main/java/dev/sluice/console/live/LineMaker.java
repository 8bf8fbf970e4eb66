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

    private final List<TrafficSample> samples;
    /** The same moments for all lines. */
    private final double[] seconds;
    /** For each moment the sample, or none in a gap. */
    private final List<Optional<TrafficSample>> points = new ArrayList<>();

    LineMaker(List<TrafficSample> samples, Resolution resolution) {
        this.samples = samples;
        double most = MOST_LENGTHS_APART * resolution.length().toSeconds();
        var moments = new double[2 * samples.size()];
        double last = Double.NaN;
        for (var sample : samples) {
            double at = LiveFrame.seconds(sample.at());
            if (at - last > most) {
                moments[points.size()] = (at + last) / 2;
                points.add(Optional.empty());
            }
            moments[points.size()] = at;
            points.add(Optional.of(sample));
            last = at;
        }
        seconds = Arrays.copyOf(moments, points.size());
    }

    /** Whose lines there are: whoever had requests, or should have. A deployment without either is there as live. */
    List<Subject> subjects() {
        var roles = new TreeMap<DeploymentName, List<Subject>>();
        samples.stream()
                .flatMap(sample -> sample.deployments().keySet().stream())
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
        return samples.stream()
                .anyMatch(sample -> Measures.tally(sample, subject).requests() > 0);
    }

    private boolean isAsked(Subject subject) {
        return samples.stream().anyMatch(sample -> Measures.asked(sample.routing(), subject) > 0);
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
        var values = values(sample -> Measures.of(sample, subject, quantity));
        return new Line(
                new Key(subject, "", quantity), seconds, values, quantity.isPercentile() ? thin(subject) : FIRM);
    }

    private boolean[] thin(Subject subject) {
        var thin = new boolean[points.size()];
        for (int i = 0; i < thin.length; i++) {
            thin[i] = points.get(i)
                    .filter(sample -> Measures.isThin(sample, subject))
                    .isPresent();
        }
        return thin;
    }

    private void addInstances(List<Line> lines) {
        var instances = new TreeMap<String, DeploymentName>();
        samples.forEach(
                sample -> sample.instances().forEach(usage -> instances.put(usage.instance(), usage.deployment())));
        instances.forEach((instance, deployment) -> {
            for (var quantity : List.of(Quantity.CORES, Quantity.MEMORY)) {
                var key = new Key(new Subject(deployment, Source.LIVE), instance, quantity);
                lines.add(new Line(key, seconds, values(sample -> usage(sample, instance, quantity)), FIRM));
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

    private double[] values(ToDoubleFunction<TrafficSample> value) {
        var values = new double[points.size()];
        for (int i = 0; i < values.length; i++) {
            var sample = points.get(i);
            values[i] = sample.isPresent() ? value.applyAsDouble(sample.get()) : Double.NaN;
        }
        return values;
    }
}

package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of one moment, for people who read rather than look. */
record Readout(String title, List<Row> rows) {

    static final Readout EMPTY = new Readout("", List.of());

    Readout {
        rows = List.copyOf(rows);
    }

    /** Whose numbers a row has: a deployment's in one of its roles, or those of its {@code instance} if that is not empty. */
    record Name(Subject subject, String instance) {

        boolean isOfInstance() {
            return !instance.isEmpty();
        }
    }

    /**
     * The numbers of one deployment in one of its roles, or of one of its instances; NaN where there is nothing to tell.
     *
     * @param cores of all its instances together; a deployment in both its roles has them with its live one
     * @param memory in MiB, of all its instances
     */
    record Row(
            Name name,
            double asked,
            double measured,
            double rate,
            Percentiles latencies,
            double clientErrors,
            double serverErrors,
            double cores,
            double memory) {

        Subject subject() {
            return name.subject();
        }
    }

    /**
     * Each deployment's row, and after it those of its instances.
     *
     * @param least how many instances a deployment has at least that are told one by one
     */
    static List<Row> rows(Moment moment, List<Subject> subjects, int least) {
        var rows = new ArrayList<Row>();
        var instances = instances(moment.sample());
        for (var subject : subjects) {
            var own = hasInstances(subject, subjects)
                    ? instances.getOrDefault(subject.deployment(), List.of())
                    : List.<InstanceUsage>of();
            rows.add(row(moment, subject, own));
            if (own.size() >= least) {
                own.forEach(usage -> rows.add(row(subject, usage)));
            }
        }
        return rows;
    }

    /** Of the instances only those of {@code unfolded}. */
    List<Row> rows(Optional<Subject> unfolded) {
        return rows.stream()
                .filter(row -> !row.name().isOfInstance()
                        || unfolded.filter(row.subject()::equals).isPresent())
                .toList();
    }

    /** In the order of their names. The table of all asks this of each moment, for all deployments at once. */
    private static Map<DeploymentName, List<InstanceUsage>> instances(TrafficSample sample) {
        var instances = new HashMap<DeploymentName, List<InstanceUsage>>();
        for (var usage : sample.instances()) {
            instances
                    .computeIfAbsent(usage.deployment(), none -> new ArrayList<>())
                    .add(usage);
        }
        instances.values().forEach(some -> some.sort(Comparator.comparing(InstanceUsage::instance)));
        return instances;
    }

    private static boolean hasInstances(Subject subject, List<Subject> subjects) {
        return subject.source() == Source.LIVE || !subjects.contains(new Subject(subject.deployment(), Source.LIVE));
    }

    private static Row row(Moment moment, Subject subject, List<InstanceUsage> instances) {
        return new Row(
                new Name(subject, ""),
                Measures.of(moment, subject, Quantity.ASKED),
                Measures.of(moment, subject, Quantity.MEASURED),
                Measures.of(moment, subject, Quantity.RATE),
                moment.percentiles(subject),
                Measures.of(moment, subject, Quantity.CLIENT_ERRORS),
                Measures.of(moment, subject, Quantity.SERVER_ERRORS),
                sum(instances, Quantity.CORES),
                sum(instances, Quantity.MEMORY));
    }

    /** Requests are counted where they come in: of an instance is known only what it takes. */
    private static Row row(Subject subject, InstanceUsage usage) {
        double no = Double.NaN;
        double cores = Measures.of(usage, Quantity.CORES);
        double memory = Measures.of(usage, Quantity.MEMORY);
        return new Row(new Name(subject, usage.instance()), no, no, no, Percentiles.NONE, no, no, cores, memory);
    }

    private static double sum(List<InstanceUsage> instances, Quantity quantity) {
        return instances.isEmpty()
                ? Double.NaN
                : instances.stream()
                        .mapToDouble(usage -> Measures.of(usage, quantity))
                        .sum();
    }
}

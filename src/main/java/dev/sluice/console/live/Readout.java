package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.TrafficSample.InstanceUsage;
import java.util.List;

/** The numbers of one moment, for people who read rather than look. */
record Readout(String title, List<Row> rows) {

    static final Readout EMPTY = new Readout("", List.of());

    Readout {
        rows = List.copyOf(rows);
    }

    /**
     * The numbers of one deployment in one of its roles, NaN where there is nothing to tell.
     *
     * @param thin whether so few requests stand behind the latencies that they say little
     * @param cores of all its instances together; a deployment in both its roles has them with its live one
     * @param memory in MiB, of all its instances
     */
    record Row(
            Subject subject,
            double asked,
            double measured,
            double rate,
            double p50,
            double p95,
            double p99,
            boolean thin,
            double clientErrors,
            double serverErrors,
            double cores,
            double memory) {}

    static List<Row> rows(TrafficSample sample, List<Subject> subjects) {
        return subjects.stream().map(subject -> row(sample, subject, subjects)).toList();
    }

    private static Row row(TrafficSample sample, Subject subject, List<Subject> subjects) {
        boolean counted =
                subject.source() == Source.LIVE || !subjects.contains(new Subject(subject.deployment(), Source.LIVE));
        return new Row(
                subject,
                Measures.of(sample, subject, Quantity.ASKED),
                Measures.of(sample, subject, Quantity.MEASURED),
                Measures.of(sample, subject, Quantity.RATE),
                Measures.of(sample, subject, Quantity.P50),
                Measures.of(sample, subject, Quantity.P95),
                Measures.of(sample, subject, Quantity.P99),
                Measures.isThin(sample, subject),
                Measures.of(sample, subject, Quantity.CLIENT_ERRORS),
                Measures.of(sample, subject, Quantity.SERVER_ERRORS),
                counted ? sum(sample, subject, Quantity.CORES) : Double.NaN,
                counted ? sum(sample, subject, Quantity.MEMORY) : Double.NaN);
    }

    private static double sum(TrafficSample sample, Subject subject, Quantity quantity) {
        double sum = Double.NaN;
        for (InstanceUsage usage : sample.instances()) {
            if (usage.deployment().equals(subject.deployment())) {
                sum = (Double.isNaN(sum) ? 0 : sum) + Measures.of(usage, quantity);
            }
        }
        return sum;
    }
}

package dev.sluice.exporter;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gathers series and writes them, family by family. A family without series is not mentioned. For one thread. */
final class Page {

    private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();

    private final Map<Family, CounterSnapshot.Builder> counters = new LinkedHashMap<>();
    private final Map<Family, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final Map<Family, HistogramSnapshot.Builder> histograms = new LinkedHashMap<>();

    void counter(Family family, Labels labels, long value) {
        counters.computeIfAbsent(
                        family,
                        first -> CounterSnapshot.builder().name(first.name()).help(first.help()))
                .dataPoint(CounterDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build());
    }

    void gauge(Family family, Labels labels, double value) {
        gauges.computeIfAbsent(
                        family,
                        first -> GaugeSnapshot.builder().name(first.name()).help(first.help()))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build());
    }

    /** @param sum of everything that was observed, in the unit of the bounds */
    void histogram(Family family, Labels labels, ClassicHistogramBuckets buckets, double sum) {
        histograms
                .computeIfAbsent(
                        family,
                        first -> HistogramSnapshot.builder().name(first.name()).help(first.help()))
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .labels(labels)
                        .classicHistogramBuckets(buckets)
                        .sum(sum)
                        .build());
    }

    byte[] write() {
        var out = new ByteArrayOutputStream();
        try {
            WRITER.write(out, snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return out.toByteArray();
    }

    private MetricSnapshots snapshots() {
        return new MetricSnapshots(Stream.of(
                        built(counters, CounterSnapshot.Builder::build),
                        built(gauges, GaugeSnapshot.Builder::build),
                        built(histograms, HistogramSnapshot.Builder::build))
                .flatMap(Function.identity())
                .toList());
    }

    private static <B> Stream<MetricSnapshot> built(Map<Family, B> families, Function<B, MetricSnapshot> build) {
        return families.values().stream().map(build);
    }
}

package dev.sluice.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Labels;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Family FAMILY = new Family("sluice_things", "Things");

    private final Page page = new Page();

    @Test
    void whatever_a_label_holds_it_stays_one_label() {
        var odd = "a\"b\\c\nd\\n} 1";
        page.gauge(FAMILY, Labels.of("endpoint", odd), 1.5);
        assertThat(read().value("sluice_things", "endpoint", odd)).isEqualTo(1.5);
    }

    @Test
    void the_clouds_names_are_written_as_they_are() {
        page.gauge(new Family("RequestLatency_P50", "Median"), Labels.of("statusCodeClass", "2xx"), 1);
        assertThat(read().value("RequestLatency_P50", "statusCodeClass", "2xx")).isEqualTo(1);
    }

    @Test
    void counters_end_in_total_and_large_ones_are_exact() {
        page.counter(FAMILY, Labels.EMPTY, 9_007_199_254_740_991L);
        assertThat(read().value("sluice_things_total")).isEqualTo(9_007_199_254_740_991d);
        assertThat(read().type("sluice_things_total")).isEqualTo("counter");
    }

    @Test
    void buckets_count_all_below_them() {
        var buckets = ClassicHistogramBuckets.of(new double[] {1, Double.POSITIVE_INFINITY}, new long[] {2, 3});
        page.histogram(FAMILY, Labels.EMPTY, buckets, 7.5);
        assertThat(read().value("sluice_things_bucket", "le", "1.0")).isEqualTo(2);
        assertThat(read().value("sluice_things_bucket", "le", "+Inf")).isEqualTo(5);
        assertThat(read().value("sluice_things_count")).isEqualTo(5);
        assertThat(read().value("sluice_things_sum")).isEqualTo(7.5);
    }

    private Exposition read() {
        return Exposition.of(page.write());
    }
}

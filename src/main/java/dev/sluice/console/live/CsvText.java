package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.Readout.Row;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What the charts show, for a spreadsheet: RFC 4180, a line for each moment and each deployment, and for each of its
 * instances; nothing where nothing was.
 */
final class CsvText {

    private static final String HEAD = "time,covers_s,deployment,role,instance,requests_per_s,p50_ms,p95_ms,p99_ms,"
            + "percentiles_of_requests,percentiles_of_s,fewer_than_100_requests,errors_4xx_percent,errors_5xx_percent,asked_percent,measured_percent,"
            + "cpu_cores,memory_mib,changes";
    private static final String END = "\r\n";

    private CsvText() {}

    static String of(LiveFrame frame, ClockText clock) {
        long covers = frame.resolution().length().toSeconds();
        return Entry.of(frame, 1).stream()
                .map(entry -> clock.exact(entry.at()) + "," + covers + "," + numbers(entry.row()) + ","
                        + quoted(entry.changes()) + END)
                .collect(Collectors.joining("", HEAD + END, ""));
    }

    private static String numbers(Row row) {
        return String.join(
                ",",
                quoted(row.subject().deployment().text()),
                role(row),
                quoted(row.name().instance()),
                written(
                        row.rate(),
                        row.latencies().p50(),
                        row.latencies().p95(),
                        row.latencies().p99()),
                row.name().isOfInstance() ? ",," : behind(row.latencies()),
                written(
                        row.clientErrors(),
                        row.serverErrors(),
                        row.asked(),
                        row.measured(),
                        row.cores(),
                        row.memory()));
    }

    /** How many requests of how many seconds, which may be more than the line's own, and whether these are few. */
    private static String behind(Percentiles latencies) {
        return latencies.requests() + "," + latencies.seconds() + "," + latencies.isThin();
    }

    /** An instance has one of its own: what it takes is in its deployment's line too, and must not be counted twice. */
    private static String role(Row row) {
        if (row.name().isOfInstance()) {
            return "instance";
        }
        return row.subject().source() == Source.LIVE ? "live" : "shadow";
    }

    private static String written(double... values) {
        return DoubleStream.of(values).mapToObj(CsvText::written).collect(Collectors.joining(","));
    }

    private static String written(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String quoted(String text) {
        boolean plain = Arrays.stream(new String[] {",", "\"", "\n", "\r"}).noneMatch(text::contains);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

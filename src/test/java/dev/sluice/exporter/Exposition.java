package dev.sluice.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus text as strictly as its format's description, and fails the test where the text departs from it. */
public final class Exposition {

    private static final Pattern META = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (-?[0-9.]+(?:[eE][-+]?[0-9]+)?|[+-]Inf|NaN)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\\\\\"]|\\\\[\\\\\"n])*)\"(?:,|$)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final List<String> OF_HISTOGRAM = List.of("_bucket", "_sum", "_count");

    /** One series: its name and its labels, in order of their names. */
    private record Series(String name, Map<String, String> labels) {}

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<Series, Double> samples = new LinkedHashMap<>();
    private final Set<String> closed = new HashSet<>();
    private String family = "";

    private Exposition() {}

    public static Exposition of(byte[] text) {
        var lines = new String(text, UTF_8);
        assertThat(lines).as("the last line ends in a line feed").endsWith("\n").doesNotContain("\r");
        var read = new Exposition();
        lines.lines().forEach(read::line);
        read.types.forEach((name, type) -> {
            if (type.equals("histogram")) {
                read.checkHistogram(name);
            }
        });
        return read;
    }

    /** @param labels pairs of name and value: all that the series has, but for empty ones */
    public double value(String name, String... labels) {
        var series = new Series(name, pairs(labels));
        assertThat(samples).containsKey(series);
        return samples.get(series);
    }

    public boolean has(String name, String... labels) {
        return samples.containsKey(new Series(name, pairs(labels)));
    }

    public String type(String family) {
        return types.getOrDefault(family, "none");
    }

    /** Whether any series has that label with that value. */
    public boolean mentions(String label, String value) {
        return samples.keySet().stream()
                .anyMatch(series -> value.equals(series.labels().get(label)));
    }

    /** Whether no counter, bucket included, is less than in {@code earlier}. */
    public boolean hasGrownFrom(Exposition earlier) {
        return earlier.samples.entrySet().stream()
                .filter(entry -> earlier.grows(entry.getKey().name()))
                .allMatch(entry -> samples.getOrDefault(entry.getKey(), -1.0) >= entry.getValue());
    }

    private boolean grows(String name) {
        return type(name).equals("counter") || !type(familyOf(name)).equals(type(name));
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            meta(line);
        } else {
            sample(line);
        }
    }

    private void meta(String line) {
        var meta = META.matcher(line);
        assertThat(meta.matches()).as(line).isTrue();
        var name = meta.group(2);
        if (!name.equals(family)) {
            assertThat(closed.add(name)).as(name + " stands together").isTrue();
            family = name;
        }
        if (meta.group(1).equals("TYPE")) {
            assertThat(meta.group(3)).isIn("counter", "gauge", "histogram");
            assertThat(types.put(name, meta.group(3)))
                    .as(name + " has one type")
                    .isNull();
        }
    }

    private void sample(String line) {
        var sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        var name = sample.group(1);
        assertThat(familyOf(name)).as(line).isEqualTo(family);
        assertThat(name.endsWith("_total"))
                .as("only counters are totals: " + line)
                .isEqualTo(type(family).equals("counter"));
        var labels = sample.group(2) == null ? Map.<String, String>of() : labels(sample.group(2));
        var value = number(sample.group(3));
        assertThat(samples.put(new Series(name, labels), value))
                .as("once only: " + line)
                .isNull();
    }

    private String familyOf(String sample) {
        return OF_HISTOGRAM.stream()
                .filter(sample::endsWith)
                .map(ending -> sample.substring(0, sample.length() - ending.length()))
                .filter(name -> type(name).equals("histogram"))
                .findFirst()
                .orElse(sample);
    }

    private void checkHistogram(String name) {
        var before = new HashMap<Map<String, String>, Double>();
        samples.forEach((series, value) -> {
            if (series.name().equals(name + "_bucket")) {
                var rest = new TreeMap<>(series.labels());
                var bound = rest.remove("le");
                assertThat(value)
                        .as("buckets add up: " + series)
                        .isGreaterThanOrEqualTo(before.getOrDefault(rest, 0.0));
                before.put(rest, value);
                if (bound.equals("+Inf")) {
                    assertThat(value).isEqualTo(samples.get(new Series(name + "_count", rest)));
                }
            }
        });
    }

    private static Map<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        var label = LABEL.matcher(text);
        int end = 0;
        while (label.lookingAt()) {
            var value = ESCAPED.matcher(label.group(2))
                    .replaceAll(
                            escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
            if (!value.isEmpty()) {
                // An empty label is none: so says Prometheus.
                assertThat(labels.put(label.group(1), value)).as(text).isNull();
            }
            end = label.end();
            label.region(end, text.length());
        }
        assertThat(end).as(text).isEqualTo(text.length());
        return labels;
    }

    private static Map<String, String> pairs(String... labels) {
        var pairs = new TreeMap<String, String>();
        for (int i = 0; i < labels.length; i += 2) {
            pairs.put(labels[i], labels[i + 1]);
        }
        return pairs;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}

package dev.sluice.console.invoke;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.FileSize;
import dev.sluice.console.support.JsonText;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An answer as people read it. */
record AnswerText(Answer answer) {

    private static final int MOST_SHOWN = 1_000_000;

    /** HTTP's own words, the same in every language. */
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(408, "Request Timeout"),
            Map.entry(413, "Content Too Large"),
            Map.entry(424, "Failed Dependency"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    /** How well it went, for its colour. */
    enum Tone {
        GOOD,
        CALLER,
        SERVER
    }

    Tone tone() {
        return tone(answer.status());
    }

    static Tone tone(int status) {
        if (status < 400) {
            return Tone.GOOD;
        }
        // 424 is the cloud's word for a model that failed, so it is not the caller's doing (reference 3.3).
        return status < 500 && status != 424 ? Tone.CALLER : Tone.SERVER;
    }

    /** {@code 424 Failed Dependency}. */
    String status() {
        return (answer.status() + " " + REASONS.getOrDefault(answer.status(), "")).strip();
    }

    /** What the caller's status stands for: the model's own one, or why there is none; empty where it stands for itself. */
    String cause() {
        var model = answer.header("ms-azureml-model-error-statuscode");
        var reason = answer.header("ms-azureml-model-error-reason");
        if (!model.isEmpty()) {
            return Messages.of("invoke.model-status", model);
        }
        return reason.isEmpty() ? "" : Messages.of("invoke.model-silent", reason);
    }

    /** {@code 12.3 ms} or {@code 1.53 s}. */
    String latency() {
        return latency(answer.latency());
    }

    static String latency(Duration took) {
        double millis = took.toNanos() / 1e6;
        return millis < 1_000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1_000);
    }

    /** To the byte as long as that can be read: {@code 9216 bytes}, {@code 1.2 MiB}. */
    static String size(long bytes) {
        return bytes < 10 << 10 ? Messages.of("size.bytes", bytes) : FileSize.text(bytes);
    }

    /** One header a line, in order of their names. */
    String headers() {
        return new TreeMap<>(answer.headers())
                .entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                        .collect(joining("\n"));
    }

    /** Laid out if it is JSON, whatever its header says; no more than people can read. */
    String body() {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        if (text.length() > MOST_SHOWN || answer.isCut()) {
            int shown = Math.min(text.length(), MOST_SHOWN);
            return text.substring(0, shown) + "\n" + Messages.of("invoke.body.cut", size(answer.size()));
        }
        return JsonText.pretty(text);
    }
}

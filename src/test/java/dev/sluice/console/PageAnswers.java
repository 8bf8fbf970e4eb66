package dev.sluice.console;

import dev.sluice.control.Answer;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.ShadowAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers and log lines as a scoring server gives them. */
public final class PageAnswers {

    private PageAnswers() {}

    public static Answer predictions(String deployment, int millis) {
        var body =
                "{\"predictions\":[206.3,68.1,176.9],\"model\":{\"name\":\"diabetes\",\"version\":1},\"took_ms\":3.1}";
        return new Answer(200, deployment, Duration.ofMillis(millis), headers(deployment, body), bytes(body));
    }

    /** As {@link #predictions}, with two other numbers. */
    public static Answer otherPredictions(String deployment, int millis) {
        var body =
                "{\"predictions\":[206.3,71.0,176.9],\"model\":{\"name\":\"diabetes\",\"version\":2},\"took_ms\":3.1}";
        return new Answer(200, deployment, Duration.ofMillis(millis), headers(deployment, body), bytes(body));
    }

    /** What a shadow said to its copy of {@link #predictions}. */
    public static ShadowAnswer.Given ofShadow(DeploymentName shadow) {
        var body = otherPredictions(shadow.text(), 8).body();
        return new ShadowAnswer.Given(shadow, 200, Duration.ofMillis(8), "application/json", body, body.length);
    }

    /** What a deployment says about itself. */
    public static Answer openApi() {
        var body =
                "{\"swagger\": \"2.0\", \"paths\": {\"/score\": {\"post\": {\"parameters\": [{\"in\": \"body\", \"schema\": "
                        + "{\"type\": \"object\", \"required\": [\"age\"], \"properties\": {"
                        + "\"age\": {\"type\": \"integer\", \"description\": \"in years\", \"example\": 52}, "
                        + "\"sex\": {\"type\": \"string\", \"enum\": [\"f\", \"m\"]}, "
                        + "\"data\": {\"type\": \"array\"}}}}]}}}}";
        return new Answer(200, "blue", Duration.ofMillis(4), headers("blue", body), bytes(body));
    }

    public static Answer modelError(String deployment) {
        var body = "Traceback (most recent call last):\n  File \"score.py\", line 31, in run\n"
                + "    rows = json.loads(raw)[\"data\"]\nKeyError: 'data'";
        var headers = new HashMap<>(headers(deployment, body));
        headers.put("ms-azureml-model-error-statuscode", List.of("500"));
        headers.put("ms-azureml-model-error-reason", List.of("model_error"));
        return new Answer(424, deployment, Duration.ofMillis(6), headers, bytes(body));
    }

    /** The router's own, while a deployment has no ready instance. */
    public static Answer notReady(String deployment) {
        var body = "The deployment has no instance that is ready; see its state and its log.";
        var headers = Map.of("ms-azureml-model-error-reason", List.of("model_not_ready"));
        return new Answer(424, deployment, Duration.ofMillis(1), headers, bytes(body));
    }

    /** The router's own, while too many requests wait for a deployment. */
    public static Answer tooMany(String deployment) {
        var headers = Map.of("ms-azureml-model-error-reason", List.of("too_many_pending_requests"));
        return new Answer(429, deployment, Duration.ofMillis(1), headers, new byte[0]);
    }

    public static Stream<LogLine> log(int lines) {
        return IntStream.range(0, lines).mapToObj(i -> new LogLine("blue-" + (1 + i / 3 % 2), line(i)));
    }

    private static String line(int i) {
        var time = "2026-03-01 12:%02d:%02d,%03d ".formatted(i / 600 % 60, i / 10 % 60, i % 10 * 97);
        if (i % 37 == 20) {
            return time
                    + "E [53] azmlinfsrv.run - ERROR in run(): KeyError: 'data' while reading the request body; the "
                    + "caller sent {\"inputs\": [[0.04, 0.05]]} where {\"data\": [[...]]} was expected, so 500 was answered";
        }
        if (i % 23 == 7) {
            return time + "W [53] root - WARNING slow request: 412 ms in queue";
        }
        return time + "I [53] azmlinfsrv.access - POST /score 200 %d.%dms 84".formatted(4 + i % 9, i % 10);
    }

    private static Map<String, List<String>> headers(String deployment, String body) {
        return Map.of(
                "content-type", List.of("application/json"),
                "content-length", List.of(String.valueOf(bytes(body).length)),
                "azureml-model-deployment", List.of(deployment),
                "x-request-id", List.of("7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa"),
                "server-timing", List.of("queue;dur=0.412, model;dur=4.120"),
                "x-ms-run-fn-exec-ms", List.of("3.104"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.sluice.control;

import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Sends test requests to the router over HTTP, as any client would. Safe from any thread. */
final class Invoker {

    /** Longer than the longest request_timeout_ms: the router's own answer comes first. */
    private static final Duration PATIENCE = Duration.ofSeconds(190);

    private final HttpClient client;

    Invoker(HttpClient client) {
        this.client = client;
    }

    CompletionStage<Answer> send(URI scoringUri, Secret bearer, Invocation invocation) {
        var request = HttpRequest.newBuilder(scoringUri)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer.reveal())
                .header("Content-Type", invocation.contentType())
                .POST(BodyPublishers.ofByteArray(invocation.body()));
        if (invocation.target() instanceof Target.Pinned pinned) {
            request.header("azureml-model-deployment", pinned.deployment().text());
        }
        long began = System.nanoTime();
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray())
                .thenApply(response -> answer(response, Duration.ofNanos(System.nanoTime() - began)));
    }

    private static Answer answer(HttpResponse<byte[]> response, Duration latency) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("azureml-model-deployment").orElse(""),
                latency,
                response.headers().map(),
                response.body());
    }
}

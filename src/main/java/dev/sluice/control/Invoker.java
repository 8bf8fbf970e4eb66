package dev.sluice.control;

import dev.sluice.control.Invocation.Body;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends test requests to the router over HTTP, as any client would. Safe from any thread. */
final class Invoker {

    /** Longer than the longest request_timeout_ms: the router's own answer comes first. */
    private static final Duration PATIENCE = Duration.ofSeconds(190);

    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient client;

    Invoker(HttpClient client) {
        this.client = client;
    }

    /** @param endpoint its address, without a slash at the end */
    CompletionStage<Answer> send(String endpoint, Secret bearer, Invocation invocation) {
        HttpRequest request;
        try {
            request = request(endpoint, bearer, invocation);
        } catch (IllegalArgumentException notHttp) {
            return CompletableFuture.failedFuture(notHttp);
        }
        long began = System.nanoTime();
        return client.sendAsync(request, head -> new KeptBody(Answer.MOST_KEPT))
                .thenApply(response -> answer(response, Duration.ofNanos(System.nanoTime() - began)));
    }

    private static HttpRequest request(String endpoint, Secret bearer, Invocation invocation) {
        var head = invocation.head();
        var request = HttpRequest.newBuilder(URI.create(endpoint + head.path()))
                .timeout(PATIENCE)
                .method(head.method(), publisher(invocation.body()));
        if (invocation.field(AUTHORIZATION).isEmpty()) {
            request.header(AUTHORIZATION, "Bearer " + bearer.reveal());
        }
        // Asks the router how long the request waited (see the router's Names).
        request.header("sluice-timing", "1");
        head.fields().forEach(field -> request.header(field.name(), field.value()));
        if (invocation.target() instanceof Target.Pinned pinned) {
            request.setHeader("azureml-model-deployment", pinned.deployment().text());
        }
        return request.build();
    }

    private static BodyPublisher publisher(Body body) {
        if (body instanceof Body.Bytes bytes) {
            return BodyPublishers.ofByteArray(bytes.bytes());
        }
        // The file is opened on the client's own threads: a slow disk must not hold up whoever asks.
        return body instanceof Body.File file && file.size() > 0
                ? BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(file.path())), file.size())
                : BodyPublishers.noBody();
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read any more", e);
        }
    }

    private static Answer answer(HttpResponse<KeptBody.Content> response, Duration latency) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("azureml-model-deployment").orElse(""),
                latency,
                response.headers().map(),
                response.body().kept(),
                response.body().size());
    }
}

package dev.sluice.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A client that sends the same request at a steady rate, whether or not earlier ones were answered (open loop), and
 * keeps account of every answer. Safe from any thread.
 */
public final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final HttpRequest request;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "demo-load");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Account> account = new AtomicReference<>(new Account());

    /** @param bearer the endpoint's key; it is held here and shown to nobody */
    public Load(HttpClient client, URI scoringUri, String bearer, String body) {
        this.client = client;
        this.request = HttpRequest.newBuilder(scoringUri)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Begins to send {@code perSecond} requests a second. */
    public Load start(int perSecond) {
        clockwork.scheduleAtFixedRate(this::send, 0, 1_000_000_000L / perSecond, TimeUnit.NANOSECONDS);
        return this;
    }

    /** Closes the present account and opens a new one: what is sent from now on counts there. */
    public Account turnPage() {
        return account.getAndSet(new Account());
    }

    /** The account that is being written. */
    public Account page() {
        return account.get();
    }

    private void send() {
        var page = account.get();
        page.sent();
        long began = System.nanoTime();
        client.sendAsync(request, BodyHandlers.ofString())
                .whenComplete((response, failure) -> book(page, response, failure, began));
    }

    private static void book(
            Account page, @Nullable HttpResponse<String> response, @Nullable Throwable failure, long began) {
        if (response == null) {
            page.failed(String.valueOf(failure));
        } else if (response.statusCode() != 200) {
            page.failed("status " + response.statusCode() + " " + response.body());
        } else {
            var deployment =
                    response.headers().firstValue("azureml-model-deployment").orElse("nobody");
            page.answered(new Account.Answered(deployment, began, System.nanoTime()));
        }
    }

    @Override
    public void close() {
        clockwork.shutdown();
    }
}
